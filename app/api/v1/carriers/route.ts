import { carriers } from '@/lib/api/calls/reading'
import { listCarriers } from '@/lib/api/operations/reading'
import { serve } from '@/lib/api/serve'

export const GET = serve(listCarriers, carriers)
