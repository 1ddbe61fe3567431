import { canonicalJson } from '@/lib/canonical-json'
import type { StepKind } from '@/lib/domain/step-kinds'
import type { RequestRecord } from './request-record'
import type { OpenInput } from './schemas'

const ofNumber: StepKind[] = [
  'identity_check',
  'obligations',
  'balance',
  'application_form',
  'carrier_submission',
]
const ofPeople: StepKind[] = [
  'materials',
  'identity_check',
  'application_form',
  'carrier_submission',
]

const pathOf = ({ cardType, channel, carrier, region }: OpenInput) => ({
  cardType,
  channel,
  carrier,
  region,
})
const differ = (one: unknown, other: unknown) => canonicalJson(one) !== canonicalJson(other)

/** Whether the guide must be selected again. */
export const pathChanged = (before: OpenInput, after: OpenInput) =>
  differ(pathOf(before), pathOf(after))

/** Whether the contact must be confirmed again. */
export const contactChanged = (before: OpenInput, after: OpenInput) =>
  differ(before.contact, after.contact)

/** Whether holder or applicant are others, or known by another document. */
export const personsDiffer = (before: OpenInput, after: OpenInput) =>
  differ(before.holder, after.holder) || differ(before.applicant, after.applicant)
/**
 * Where an heir takes the request over: the contacts that are still those of the holder, who is dead
 * and never written to (P29), by their paths.
 */
export function contactsOfTheDead(before: OpenInput, after: OpenInput): Record<string, string> {
  if (after.applicant.relation !== 'heir' || before.applicant.relation !== 'self') return {}
  return Object.fromEntries(
    (['phone', 'email'] as const).flatMap((one): [string, string][] =>
      after.contact[one] && after.contact[one] === before.contact[one]
        ? [[`contact.${one}`, 'contact_of_the_dead']]
        : [],
    ),
  )
}

/** The noted steps that depend on what an amendment changes and must be noted again. */
export function undoneBy(before: OpenInput, after: OpenInput, record: RequestRecord): string[] {
  if (pathChanged(before, after)) return Object.keys(record.steps)
  const kinds = [
    ...(before.phoneNumber === after.phoneNumber ? [] : ofNumber),
    ...(personsDiffer(before, after) ? ofPeople : []),
    ...(after.applicant.relation === 'heir' && before.applicant.relation !== 'heir'
      ? (['balance'] as const)
      : []),
  ]
  return Object.entries(record.steps)
    .filter(([, note]) => kinds.includes(note.kind))
    .map(([id]) => id)
}
