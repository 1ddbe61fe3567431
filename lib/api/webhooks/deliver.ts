import { Webhook } from 'standardwebhooks'
import { visibleStores } from '@/lib/domain/permissions'
import { callerOfAccount } from '../keys/queries'
import { keyService } from '@/lib/db/key-service'
import { PlainError, faultOf } from '@/lib/plain-error'
import { callOut } from './call-out'
import { deliveryOf, settle, taken } from './deliveries/commands'
import { messageOf } from './message'
import { webhookPlace } from './queries'

/** Tries of one delivery before it is given up. */
export const mostTries = 10

/**
 * Delivers a change to a webhook, signed (Standard Webhooks): what changed is asked for with the
 * key, nothing personal is sent. Throws when it is to be tried again.
 */
export async function deliverWebhook(
  id: string,
  allowPrivate: boolean,
  now: Date,
): Promise<string | null> {
  const delivery = await taken(id)
  if (!delivery) return null
  const found = await deliveryOf(delivery)
  const caller = found && (await callerOfAccount(found.webhook.accountId, now))
  if (!found || !caller || !visibleStores(caller.memberships).includes(found.storeId))
    return settle(id, { state: 'skipped' })
  const { webhook, event, record } = found
  const message = messageOf(webhook.face, { id, event, record })
  if (!message) return settle(id, { state: 'skipped' })
  const body = JSON.stringify(message)
  const secret = keyService().unwrap(webhookPlace(webhook.id), webhook.secret)
  const signature = new Webhook(secret.toString('base64')).sign(id, now, body)
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signature,
  }
  try {
    const status = await callOut(webhook.url, headers, body, allowPrivate)
    if (status >= 200 && status < 300)
      return settle(id, { state: 'sent', sentAt: now, fault: null })
    throw new Error(`answered ${status}`)
  } catch (error) {
    const fault = faultOf(error)
    // 410: the other side says that it is gone for good (Standard Webhooks).
    const over =
      delivery.attempts >= mostTries || fault === 'address_not_allowed' || fault === 'answered 410'
    await settle(id, { state: over ? 'dead' : 'waiting', fault })
    if (over) return 'dead'
    throw new PlainError(fault)
  }
}
