import { carrierReferenceOf } from './carrier-reference'
import type { RequestRecord } from './request-record'
import type { Personal } from './particulars'

/** The part of a request that its history shows: no full identifiers. */
export type ComparedState = { record: RequestRecord | null; personal: Personal | null }

/**
 * One change made by an event. `field` and coded values are localized where they are shown; null
 * means "not set".
 */
export type Change = { field: string; before: string | null; after: string | null }

const plain = [
  'state',
  'store',
  'carrier',
  'region',
  'cardType',
  'channel',
  'relation',
  'reason',
  'documentType',
] as const
const masked = [
  'numberMasked',
  'holderName',
  'holderDocumentMasked',
  'applicantName',
  'applicantDocumentMasked',
  'contactPhone',
  'contactEmail',
] as const

/** The differences between a request before and after an event, in reading order. */
export function changesBetween(before: ComparedState, after: ComparedState): Change[] {
  const [one, other] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((field) => ({ field, before: one.get(field) ?? null, after: other.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

function leavesOf({ record, personal }: ComparedState): Map<string, string> {
  const leaves = new Map<string, string>()
  if (!record) return leaves
  const put = (field: string, value: unknown) =>
    value !== null && value !== undefined && value !== '' && leaves.set(field, String(value))
  for (const field of plain) put(field, record[field])
  for (const code of record.explained ?? []) put(`explained.${code}`, personal?.explained?.[code])
  for (const which of ['decision', 'end'] as const)
    put(`promise.${which}`, record.promises[which]?.date)
  put('assignee', record.assignee)
  put('refund', record.refund?.state)
  put('bag', record.card?.bag)
  put('call', record.call?.state)
  if (record.call?.missed) put('callsMissed', record.call.missed)
  for (const field of masked) put(`personal.${field}`, personal?.[field])
  for (const [step, note] of Object.entries(record.steps)) {
    leavesOfOutcome(note.outcome, `step.${step}`, put)
    put(`step.${step}.carrierReference`, carrierReferenceOf(record, personal, step))
  }
  return leaves
}

function leavesOfOutcome(
  outcome: Record<string, unknown>,
  path: string,
  put: (field: string, value: unknown) => void,
) {
  for (const [key, value] of Object.entries(outcome)) {
    if (Array.isArray(value)) put(`${path}.${key}`, value.join(' '))
    else if (typeof value === 'object' && value !== null)
      leavesOfOutcome(value as Record<string, unknown>, `${path}.${key}`, put)
    else put(`${path}.${key}`, value)
  }
}
