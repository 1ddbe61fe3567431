import { guide } from '@/lib/api/calls/reading'
import { readGuide } from '@/lib/api/operations/reading'
import { serve } from '@/lib/api/serve'

export const GET = serve(readGuide, guide)
