import { dayOf } from '@/lib/domain/days'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { promiseDue } from './promise-due'
import type { RequestRecord } from './request-record'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { State } from './workflow'

/** The columns of an export, in order. */
export const exportColumns = [
  'reference',
  'number',
  'holder',
  'cardType',
  'channel',
  'carrier',
  'region',
  'store',
  'state',
  'opened',
  'submitted',
  'due',
  'ended',
  'receipt',
] as const

type ExportedRecord = Pick<
  RequestRecord,
  | 'reference'
  | 'cardType'
  | 'channel'
  | 'carrier'
  | 'region'
  | 'store'
  | 'state'
  | 'openedAt'
  | 'submittedAt'
  | 'promises'
  | 'endedAt'
  | 'receipt'
>

/** Localized labels of an export. */
export type ExportWords = {
  cardType(code: CardType): string
  channel(code: Channel): string
  state(code: State): string
  carrier(code: string): string
  moment(at: string): string
  estimated: string
}

/** One request as an export row: only the masked number and name. */
export function exportRow(
  words: ExportWords,
  {
    record,
    numberMasked,
    holderMasked,
  }: { record: ExportedRecord; numberMasked: string | null; holderMasked: string | null },
) {
  const due = promiseDue(record)
  return [
    groupReference(record.reference),
    numberMasked,
    holderMasked,
    words.cardType(record.cardType),
    words.channel(record.channel),
    words.carrier(record.carrier),
    record.region,
    record.store,
    words.state(record.state),
    words.moment(record.openedAt),
    record.submittedAt ? words.moment(record.submittedAt) : '',
    due ? `${due.date}${due.estimated ? ` (${words.estimated})` : ''}` : '',
    record.endedAt ? dayOf(new Date(record.endedAt)) : '',
    record.receipt ? groupReference(record.receipt.number) : '',
  ]
}
