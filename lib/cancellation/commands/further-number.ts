import { dayOf } from '@/lib/domain/days'
import { errorsOf } from '@/lib/forms/errors-of'
import { refused } from '@/lib/result'
import { type VisitRequest, contactVerifiedBy, requestOfVisit } from '../queries/same-visit'
import { type Actor, actorOf } from '../rules/actor'
import { carriedNotes, withSameNumbers } from '../rules/further-number'
import { type OpenInput, openSchema } from '../rules/schemas'
import { contactChanged } from '../rules/undone-steps'
import { openTakingOver } from './opening'
import { type Written, appendNext } from './writer/append'

/**
 * Opens a request for a further number of the visit (adr 43). `from`: the reference of the request
 * at hand. `asked`: the form's fields as `openSchema` takes them, where an empty document number is
 * that request's: it is copied here and never shown. What was seen of the person is noted too, one
 * event each. Not found where the request at hand gives nothing, or at another store.
 */
export async function openFurtherNumber({
  actor,
  from,
  asked,
  now,
}: {
  actor: Extract<Actor, { kind: 'account' }>
  from: string
  asked: Record<string, unknown>
  now: Date
}): Promise<Written> {
  const earlier = await requestOfVisit(actor, from, now)
  if (!earlier || asked.store !== earlier.record.store) return refused({ code: 'not_found' })
  const parsed = openSchema(dayOf(now)).safeParse(withSameNumbers(asked, earlier.input))
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const input = parsed.data
  const isVerified = await contactIsVerified(earlier, input, actor.id)
  const said = { at: now, actor: actorOf(actor) }
  return openTakingOver(
    { actor, input, now },
    {
      from,
      note: async (tx, opened, guide) => {
        let request = opened
        if (isVerified)
          request = await appendNext(tx, request, {
            ...said,
            type: 'confirm_contact',
            facts: { how: 'code', from },
          })
        const notes = carriedNotes(earlier, { input, guide }, actor.id, dayOf(now))
        for (const { words, ...note } of notes)
          request = await appendNext(tx, request, {
            ...said,
            type: 'note',
            facts: { ...note, from },
            ...(words && { personal: { words } }),
          })
        return request
      },
    },
  )
}

// A code that was read back proves the contact for every number; a signed slip is its number's own.
const contactIsVerified = async (
  { record, input: before }: VisitRequest,
  input: OpenInput,
  by: string,
) =>
  record.contactConfirmed?.how === 'code' &&
  !contactChanged(before, input) &&
  (await contactVerifiedBy(record.id)) === by
