import { z } from 'zod'
import { defineOperation } from '../../define-operation'
import { moment } from '../../schemas/values'
import { webhooksOf } from '../../webhooks/queries'

const webhook = z
  .strictObject({ id: z.uuid(), url: z.string(), createdAt: moment })
  .meta({ id: 'Webhook' })

/** The key's subscriptions. */
export const listWebhooks = defineOperation({
  id: 'listWebhooks',
  method: 'get',
  path: '/webhooks',
  permission: 'request.read',
  answers: {
    200: { description: 'Subscriptions', schema: z.strictObject({ items: z.array(webhook) }) },
  },
  problems: [],
  handler: async ({ caller }) => ({
    status: 200,
    value: {
      items: (await webhooksOf(caller.id)).map(({ createdAt, ...hook }) => ({
        ...hook,
        createdAt: createdAt.toISOString(),
      })),
    },
  }),
})
