import { serve } from '@/lib/api/serve'
import { cancelled, cancelOrder as cancel } from '@/lib/api/tmf/calls'
import { cancelOrder } from '@/lib/api/tmf/operations'

export const POST = serve(cancelOrder, cancel, cancelled)
