import { servingEnv } from '@/lib/env'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { faultsOf } from '../faults'
import { type Problem, problem } from '../problem'
import { webhookBody } from '../schemas/questions'
import type { Answer, Call } from '../serve'
import { webhooksOf } from '../webhooks/queries'
import { addWebhook, removeWebhook } from '../webhooks/commands'

/** Subscribes an address to changes of the requests that the key sees. */
export async function subscribe({ caller, body, now }: Call): Promise<Answer | Problem> {
  const parsed = webhookBody.safeParse(body)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  const { url } = parsed.data
  const made = await addWebhook(caller.id, url, servingEnv().WEBHOOKS_ALLOW_PRIVATE === '1', now)
  if (!made.ok)
    return problem('invalid', { faults: [{ pointer: '/url', code: made.refusal.code }] })
  return {
    status: 201,
    value: { id: made.value.id, url, createdAt: now.toISOString(), secret: made.value.secret },
    headers: { location: `/api/v1/webhooks/${made.value.id}` },
  }
}

/** The key's subscriptions. */
export const subscriptions = async ({ caller }: Call): Promise<Answer> => ({
  status: 200,
  value: {
    items: (await webhooksOf(caller.id)).map(({ createdAt, ...hook }) => ({
      ...hook,
      createdAt: createdAt.toISOString(),
    })),
  },
})

/** Ends a subscription. */
export async function unsubscribe({ caller, params }: Call): Promise<Answer | Problem> {
  const { id = '' } = params
  return isUuid(id) && (await removeWebhook(caller.id, id)) ? { status: 204 } : problem('not_found')
}
