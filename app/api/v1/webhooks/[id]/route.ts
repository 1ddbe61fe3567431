import { unsubscribe } from '@/lib/api/calls/webhooks'
import { deleteWebhook } from '@/lib/api/operations/reading'
import { serve } from '@/lib/api/serve'

export const DELETE = serve(deleteWebhook, unsubscribe)
