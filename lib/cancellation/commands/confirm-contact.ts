import { worksAtStore } from '../rules/situation'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { contactVersion } from '../queries/status'
import type { ContactProof } from '../rules/request-record'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Notes that the contact was made sure of at the counter: `code` came there and was read back, or
 * that there is none was `signed` (P12). Whoever calls it has seen the code to be right; `proved`:
 * the version of the contact that it came to, refused when that has been mended since.
 */
export const confirmContact = (
  by: Actor,
  reference: string,
  how: ContactProof,
  now: Date,
  proved?: number,
): Promise<Written> =>
  withLockedRequest(by, reference, undefined, async (tx, held) => {
    const version = proved === undefined ? proved : await contactVersion(held.record.id, tx)
    if (version !== proved) return refused({ code: 'stale' })
    const { contact, contactConfirmed, endedAt } = held.record
    if (!worksAtStore(actorAt(by, held.storeId))) return refused({ code: 'not_yours' })
    if (endedAt) return refused({ code: 'ended' })
    const fits = how === 'signed' ? contact.printedSlipOnly : contact.phone || contact.email
    if (!fits || contactConfirmed) return refused({ code: 'nothing_owed' })
    return done(
      await append(tx, held, {
        type: 'confirm_contact',
        at: now,
        actor: actorOf(by),
        facts: { how },
      }),
    )
  })
