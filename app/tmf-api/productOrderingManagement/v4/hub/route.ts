import { subscribeAgain } from '@/lib/api/calls/after-effect'
import { serve } from '@/lib/api/serve'
import { register } from '@/lib/api/tmf/calls'
import { registerListener } from '@/lib/api/tmf/operations'

export const POST = serve(registerListener, register, subscribeAgain(register))
