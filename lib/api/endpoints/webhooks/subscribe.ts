import { z } from 'zod'
import { servingEnv } from '@/lib/env'
import { unsubscribeBehind } from '../../after-effect'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { addressToCall, moment } from '../../schemas/values'
import { addWebhook } from '../../webhooks/commands'

/** Subscribes an address to changes of the requests that the key sees. */
export const createWebhook = defineOperation({
  id: 'createWebhook',
  method: 'post',
  path: '/webhooks',
  permission: 'request.read',
  body: z.strictObject({ url: addressToCall }).meta({ id: 'NewWebhook' }),
  answers: {
    201: {
      description: 'The subscription, with its secret',
      schema: z.strictObject({
        id: z.uuid(),
        url: z.string(),
        createdAt: moment,
        secret: z.string().meta({
          description: 'Shown this once; deliveries are signed with it (Standard Webhooks)',
        }),
      }),
    },
  },
  problems: ['invalid'],
  handler: async ({ caller, body: { url }, now }) => {
    const made = await addWebhook(caller.id, url, servingEnv().WEBHOOKS_ALLOW_PRIVATE === '1', now)
    if (!made.ok)
      return problem('invalid', { faults: [{ pointer: '/url', code: made.refusal.code }] })
    const { id, secret } = made.value
    return {
      status: 201,
      value: { id, url, createdAt: now.toISOString(), secret },
      headers: { location: `/api/v1/webhooks/${id}` },
    }
  },
  after: async ({ caller }, effect, again) => {
    await unsubscribeBehind(caller, effect)
    return again()
  },
})
