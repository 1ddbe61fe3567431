import { type Day, dayOf } from '@/lib/domain/days'
import type { NotedKind } from '@/lib/domain/step-kinds'
import type { GuideContent } from '@/lib/guide/schemas'
import { at, withKeptDocument } from './amendment'
import type { Personal } from './particulars'
import { type RequestRecord, noteOfKind } from './request-record'
import type { OpenInput } from './schemas'
import type { JudgedActor } from './situation'
import { personsDiffer } from './undone-steps'

// A further number (再办号码): another number of the same customer, recorded in the same visit
// (adr 43). What was seen of the person is taken over; what is the number's own never is.

type Asked = Record<string, unknown>

/**
 * Whether a request may lend a further number what it knows: to the person who recorded it, at its
 * store, on the same day, while it is alive or after it was completed. One that ended otherwise may
 * have been about the wrong person.
 */
export const isSameVisit = (
  { people, openedAt, endedAt, state }: RequestRecord,
  { kind, id, capacities }: JudgedActor,
  today: Day,
): boolean =>
  kind === 'account' &&
  people.openedBy === id &&
  capacities.includes('staff') &&
  dayOf(new Date(openedAt)) === today &&
  (endedAt === null || state === 'completed')

/**
 * Fills empty document numbers with those of the request at hand: full ones are never sent to the
 * page (I7, L2). Only for the same name and type of document, so that a number never goes to
 * another person; otherwise the field stays empty, and required.
 */
export function withSameNumbers(asked: Asked, before: OpenInput): Asked {
  const taken = { ...asked }
  if (isSamePerson(asked.holder, before.holder))
    taken.holder = withKeptDocument(asked.holder, before.holder)
  if (before.applicant.relation !== 'self' && isSamePerson(asked.applicant, before.applicant))
    taken.applicant = withKeptDocument(asked.applicant, before.applicant)
  return taken
}

type Person = Pick<OpenInput['holder'], 'name' | 'document'>

const isSamePerson = (asked: unknown, { name, document }: Person) =>
  at(asked, 'name') === name && at(at(asked, 'document'), 'country') === document.country

/** A note of a further number that rests on what was seen for the request at hand. */
export type CarriedNote = {
  step: string
  kind: 'materials' | 'identity_check'
  outcome: Record<string, unknown>
  words?: string
}

type Earlier = { record: RequestRecord; personal: Personal; input: OpenInput }
type Further = { input: OpenInput; guide: Pick<GuideContent, 'steps' | 'materials'> }

/**
 * What was seen of the person for the request at hand, as notes of the further number: the
 * documents that prove who they are and that they may act (F5, P3), and that the identity matches
 * (P10). Only what `by` noted today, for the same people with the same documents, in store. That
 * the number is this holder's is not among it: the identity stays to be completed.
 */
export function carriedNotes(
  { record, personal, input: before }: Earlier,
  { input, guide }: Further,
  by: string,
  today: Day,
): CarriedNote[] {
  if (record.channel !== 'in_store' || input.channel !== 'in_store') return []
  if (personsDiffer(before, input) || record.sentBack > 0) return []
  const own = <K extends NotedKind>(kind: K) => {
    const note = noteOfKind(record, kind)
    return note && note.by === by && dayOf(new Date(note.at)) === today ? note.outcome : null
  }
  const [papers, identity] = [own('materials'), own('identity_check')]
  const words = wordsOfIdentity(record, personal)
  return guide.steps.flatMap(({ id: step, kind }): CarriedNote[] => {
    if (kind === 'materials' && papers) {
      const items = proofsIn(papers.items ?? {}, guide)
      return Object.keys(items).length ? [{ step, kind, outcome: { items } }] : []
    }
    if (kind !== 'identity_check' || !identity) return []
    const { matchedBy, documentExpired, applicantChecked } = identity
    const outcome = { matchedBy, documentExpired, applicantChecked }
    return [{ step, kind, outcome, ...(words && { words }) }]
  })
}

/** How the identity was matched, in words: by which other proof, say (P10). */
function wordsOfIdentity({ steps }: RequestRecord, { notes }: Personal) {
  const step = Object.keys(steps).find((id) => steps[id]?.kind === 'identity_check')
  return step && notes?.[step]?.words
}

/** The papers that were seen and prove something of the person, of those this guide asks for. */
function proofsIn(items: Asked, { materials }: Further['guide']) {
  const seen = materials.filter(({ id, proves }) => proves && at(items[id], 'state') === 'present')
  return Object.fromEntries(seen.map(({ id }) => [id, { state: 'present' }]))
}
