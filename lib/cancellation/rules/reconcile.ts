import { type Day, dayOf } from '@/lib/domain/days'
import { type RequestRecord, noteOfKind } from './request-record'
import { blocksOn } from './obligations'
import { isLive } from './workflow'

/** Discrepancies at the end of a store's day, most urgent first. */
export const findings = [
  'card_owed',
  'card_astray',
  'card_loose',
  'receipt_missing',
  'still_waiting',
  'not_submitted',
] as const
export type Finding = (typeof findings)[number]

const found: Record<Finding, (record: RequestRecord, store: string, day: Day) => boolean> = {
  card_owed: (record, store) => record.cardOwed && record.card?.store === store,
  card_astray: (record, store) => liesAt(record, store) && record.store !== store,
  card_loose: (record, store) =>
    liesAt(record, store) && record.card?.bag === null && !record.cardOwed,
  receipt_missing: (record, store) =>
    record.store === store && record.state === 'completed' && !noteOfKind(record, 'receipt'),
  still_waiting: (record, store) =>
    record.store === store && isLive(record.state) && record.customerWaiting,
  not_submitted: (record, store, day) =>
    record.store === store &&
    record.state === 'open' &&
    dayOf(new Date(record.openedAt)) <= day &&
    blocksOn(record, null, day).length === 0,
}

const liesAt = ({ card }: RequestRecord, store: string) =>
  card !== null && card.gone === null && card.store === store

/** This request's discrepancies at this store at the end of this day. */
export const findingsOf = (record: RequestRecord, store: string, day: Day): Finding[] =>
  findings.filter((finding) => found[finding](record, store, day))
