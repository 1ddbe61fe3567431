import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { noteEffect } from '@/lib/db/call-effect'
import { database, transaction } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { addressesToCall } from './address'
import { webhookPlace } from './queries'

const mostOfOneKey = 20

/** Subscribes an address; its secret (Standard Webhooks) is given this once. */
export async function addWebhook(
  accountId: string,
  url: string,
  allowPrivate: boolean,
  now: Date,
  face: 'standard' | 'tmf622' = 'standard',
): Promise<
  Result<{ id: string; secret: string }, Refusal<'address_not_allowed' | 'too_many_webhooks'>>
> {
  if (!(await addressesToCall(new URL(url).hostname, allowPrivate)))
    return refused({ code: 'address_not_allowed' })
  const [id, secret] = [uuidv7(), randomBytes(32)]
  const kept = await transaction(async (tx) => {
    // One after the other for each key, so that two at once do not both find the last place free.
    await tx.$queryRaw`select from api_key where account_id = ${accountId}::uuid for update`
    if ((await tx.webhook.count({ where: { accountId } })) >= mostOfOneKey) return false
    await tx.webhook.create({
      data: {
        id,
        accountId,
        url,
        face,
        secret: new Uint8Array(keyService().wrap(webhookPlace(id), secret)),
        createdAt: now,
      },
    })
    await noteEffect(tx, `webhook|${id}`)
    return true
  })
  if (!kept) return refused({ code: 'too_many_webhooks' })
  return done({ id, secret: `whsec_${secret.toString('base64')}` })
}

/**
 * Ends a subscription of this key; false when there is none. What is on its way is not delivered
 * any more.
 */
export const removeWebhook = async (accountId: string, id: string): Promise<boolean> =>
  isUuid(id) && (await database().webhook.deleteMany({ where: { id, accountId } })).count > 0
