import { audit } from '@/lib/db/audit'
import { sqlTransaction } from '@/lib/db/sql'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { requestsOfPerson } from '../queries/of-person'
import { openRows } from '../queries/opened'
import { storedRequest } from '../queries/stored-rows'
import { type Actor, actorOf, scopeOf } from '../rules/actor'
import { type CopyInput, sideOf } from '../rules/data-copy'
import { type Side, documentOf, nameOf } from '../rules/persons'
import { append } from './writer/append'
import { lockRequest } from './writer/locked-request'
import type { LockedRequest } from './writer/next-event'

type Given = Result<{ requests: number }, Refusal<'not_found' | 'invalid'>>

/**
 * Records that somebody is given a copy of what the desk has about them (L3), in the history of
 * every request that the copy shows and in the audit, as a look at full numbers is (L2). The copy
 * itself is stored nowhere. Refused at `document` unless the typed number is that of the request's
 * holder or applicant.
 */
export async function giveCopy({
  actor,
  reference,
  asked: { document, reason },
  now,
}: {
  actor: Extract<Actor, { kind: 'account' }>
  reference: string
  asked: CopyInput
  now: Date
}): Promise<Given> {
  const others = await otherReferences(reference, document)
  return sqlTransaction(async (tx): Promise<Given> => {
    // In one order for everybody: two copies of the same person must not wait for each other.
    const all = [...new Set([reference, ...others])].sort()
    const shown: { locked: LockedRequest; of: Side }[] = []
    let isMatched = false
    for (const one of all) {
      const isAtHand = one === reference
      const locked = await lockRequest(tx, one, isAtHand ? scopeOf(actor) : 'all')
      if (isAtHand && !locked?.personal) return refused({ code: 'not_found' })
      const of = locked && sideOf(document, locked)
      if (locked && of) shown.push({ locked, of })
      if (isAtHand) isMatched = Boolean(of)
    }
    if (!isMatched)
      return refused({ code: 'invalid', errors: { document: 'document_not_matched' } })
    const said = { type: 'give_copy' as const, at: now, actor: actorOf(actor) }
    for (const { locked, of } of shown) await append(tx, locked, { ...said, facts: { reason, of } })
    const after = { reason, requests: shown.length }
    await audit(
      tx,
      { by: actor.id, what: 'data.copy', subject: reference, before: null, after },
      now,
    )
    return done({ requests: shown.length })
  })
}

/** The other requests on which this person appears, at whatever store, in whichever part. */
async function otherReferences(reference: string, typed: string): Promise<string[]> {
  const row = await storedRequest(reference)
  const [opened] = row ? await openRows([row]) : []
  const side = opened && sideOf(typed, opened)
  if (!side) return []
  const document = documentOf(side, opened.record, opened.identifiers)
  const name = nameOf(side, opened.personal)
  if (!document || !name) return []
  const { held, acted } = await requestsOfPerson({ document, name })
  return [...held, ...acted].map((one) => one.reference)
}
