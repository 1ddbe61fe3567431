import { listWebhooks } from '@/lib/api/endpoints/webhooks/list'
import { createWebhook } from '@/lib/api/endpoints/webhooks/subscribe'

export const GET = listWebhooks.route
export const POST = createWebhook.route
