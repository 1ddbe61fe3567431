import { serve } from '@/lib/api/serve'
import { placeOrder } from '@/lib/api/tmf/calls'
import { createOrder } from '@/lib/api/tmf/operations'

export const POST = serve(createOrder, placeOrder)
