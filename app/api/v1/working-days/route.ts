import { workingDay } from '@/lib/api/calls/reading'
import { readWorkingDay } from '@/lib/api/operations/reading'
import { serve } from '@/lib/api/serve'

export const GET = serve(readWorkingDay, workingDay)
