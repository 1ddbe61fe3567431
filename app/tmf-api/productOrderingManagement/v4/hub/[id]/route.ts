import { unsubscribe } from '@/lib/api/calls/webhooks'
import { serve } from '@/lib/api/serve'
import { removeListener } from '@/lib/api/tmf/operations'

export const DELETE = serve(removeListener, unsubscribe)
