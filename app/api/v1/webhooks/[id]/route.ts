import { deleteWebhook } from '@/lib/api/endpoints/webhooks/unsubscribe'

export const DELETE = deleteWebhook.route
