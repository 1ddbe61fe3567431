import { subscribeAgain } from '@/lib/api/calls/after-effect'
import { subscribe, subscriptions } from '@/lib/api/calls/webhooks'
import { createWebhook, listWebhooks } from '@/lib/api/operations/reading'
import { serve } from '@/lib/api/serve'

export const GET = serve(listWebhooks, subscriptions)
export const POST = serve(createWebhook, subscribe, subscribeAgain(subscribe))
