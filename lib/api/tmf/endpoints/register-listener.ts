import { z } from 'zod'
import { servingEnv } from '@/lib/env'
import { unsubscribeBehind } from '../../after-effect'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { addressToCall } from '../../schemas/values'
import { addWebhook } from '../../webhooks/commands'
import { base } from '../mapping'

/** Registers a listener for changes of state (TMF630's hub). */
export const registerListener = defineOperation({
  id: 'tmfRegister',
  method: 'post',
  path: '/hub',
  permission: 'request.read',
  body: z.looseObject({
    callback: addressToCall,
    query: z.string().max(200, 'too_long').optional(),
  }),
  answers: {
    201: {
      description: 'Registered',
      schema: z.strictObject({
        id: z.uuid(),
        callback: z.string(),
        query: z.string().optional(),
      }),
    },
  },
  problems: ['invalid'],
  handler: async ({ caller, body: { callback, query }, now }) => {
    if (query && query !== 'eventType=ProductOrderStateChangeEvent')
      return problem('invalid', { faults: [{ pointer: '/query', code: 'invalid' }] })
    const mayBePrivate = servingEnv().WEBHOOKS_ALLOW_PRIVATE === '1'
    const made = await addWebhook(caller.id, callback, mayBePrivate, now, 'tmf622')
    if (!made.ok)
      return problem('invalid', { faults: [{ pointer: '/callback', code: made.refusal.code }] })
    const { id } = made.value
    return {
      status: 201,
      value: { id, callback, ...(query && { query }) },
      headers: { location: `${base}/hub/${id}` },
    }
  },
  after: async ({ caller }, effect, again) => {
    await unsubscribeBehind(caller, effect)
    return again()
  },
})
