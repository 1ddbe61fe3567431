import { worksAtStore } from '../rules/situation'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { contactVersion } from '../queries/status'
import type { ContactProof } from '../rules/request-record'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Records that the contact was verified at the counter (P12): a `code` sent there was read back, or
 * the holder `signed` that there is none. The caller has checked the code. `provedContact`: the
 * version of the contact that the code went to; refused as stale when it was amended since.
 */
export const confirmContact = ({
  actor,
  reference,
  how,
  now,
  provedContact: proved,
}: {
  actor: Actor
  reference: string
  how: ContactProof
  now: Date
  provedContact?: number | undefined
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    const version = proved === undefined ? proved : await contactVersion(locked.record.id, tx)
    if (version !== proved) return refused({ code: 'stale' })
    const { contact, contactConfirmed, endedAt } = locked.record
    if (!worksAtStore(actorAt(actor, locked.storeId))) return refused({ code: 'not_yours' })
    if (endedAt) return refused({ code: 'ended' })
    const fits = how === 'signed' ? contact.printedSlipOnly : contact.phone || contact.email
    if (!fits || contactConfirmed) return refused({ code: 'nothing_owed' })
    return done(
      await append(tx, locked, {
        type: 'confirm_contact',
        at: now,
        actor: actorOf(actor),
        facts: { how },
      }),
    )
  })
