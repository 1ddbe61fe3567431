import { byReference } from '@/lib/api/calls/after-effect'
import { serve } from '@/lib/api/serve'
import { ordered, placeOrder } from '@/lib/api/tmf/calls'
import { createOrder } from '@/lib/api/tmf/operations'

export const POST = serve(
  createOrder,
  placeOrder,
  byReference((call, reference) => ordered(call, reference, 201)),
)
