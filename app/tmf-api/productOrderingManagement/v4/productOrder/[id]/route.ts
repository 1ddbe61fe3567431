import { serve } from '@/lib/api/serve'
import { readOrder as read } from '@/lib/api/tmf/calls'
import { readOrder } from '@/lib/api/tmf/operations'

export const GET = serve(readOrder, read)
