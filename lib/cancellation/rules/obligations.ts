import type { AwaitedParty } from '@/lib/domain/coded-values'
import { type Day, addDays } from '@/lib/domain/days'
import type { PlainObligation } from './obligation-outcome'
import type { Personal } from './particulars'
import { type RequestRecord, noteOfKind } from './request-record'

type Steps = Pick<RequestRecord, 'steps'>
type Waiting = Extract<PlainObligation, { state: 'waiting' }>

const itemsOf = (record: Steps): Record<string, PlainObligation> =>
  noteOfKind(record, 'obligations')?.outcome.items ?? {}

const waitingOn = (record: Steps): [string, Waiting][] =>
  Object.entries(itemsOf(record)).flatMap(([code, item]): [string, Waiting][] =>
    item.state === 'waiting' ? [[code, item]] : [],
  )

/**
 * The first day that an obligation no longer holds up: the one on which it clears, or the next
 * where that day is still held up. Null where no day is known.
 */
const freeFrom = ({ clearsOn, nextDay }: Waiting): Day | null =>
  clearsOn ? (nextDay ? addDays(clearsOn, 1) : clearsOn) : null

// Noted before it was asked whom an obligation waits for, it clears by itself.
const awaitedBy = ({ waitsFor }: Waiting): AwaitedParty => waitsFor ?? 'nobody'

/**
 * Whether nothing has to be done about it any more. What somebody has to do is not done by the day
 * on which it was expected: it is noted as cleared (P27).
 */
const isOver = (item: Waiting, today: Day) => {
  const from = freeFrom(item)
  return awaitedBy(item) === 'nobody' && from !== null && from <= today
}

/** Whether this obligation no longer holds a request up on this day; undefined: not noted. */
export const isClear = (item: PlainObligation | undefined, today: Day): boolean =>
  item !== undefined && (item.state !== 'waiting' || isOver(item, today))

/** The last day from which an awaited obligation holds nothing up; null: none has one (P1). */
export function waitsUntil(record: Steps): Day | null {
  const days = waitingOn(record).flatMap(([, item]) => freeFrom(item) ?? [])
  return days.sort().at(-1) ?? null
}

/** Whether all that a request waits for comes by itself, with its day. */
export const comesByItself = (record: Steps): boolean =>
  waitingOn(record).every(([, item]) => awaitedBy(item) === 'nobody')

/** Whether any obligation is noted as waiting. */
export const waits = (record: Steps): boolean => waitingOn(record).length > 0

/** An obligation that holds a request up (P27). */
export type Block = {
  code: string
  /** Whom it waits for; nobody: it clears by itself on its day. */
  waitsFor: AwaitedParty
  /** The day on which it clears, or is expected to; null where none is known. */
  clearsOn: Day | null
  /** The first day that it no longer holds up. */
  from: Day | null
  /** Why it holds up, and what lifts it, as typed; null once erased or where nothing was. */
  why: string | null
  lifts: string | null
}

// Who is waited for comes first: what the customer can do, then what others do.
const order: readonly AwaitedParty[] = ['customer', 'store', 'carrier', 'other', 'nobody']

/** What holds a request up on this day, the customer's own part first; empty once submitted. */
export function blocksOn(
  record: Steps & Pick<RequestRecord, 'state'>,
  personal: Pick<Personal, 'notes'> | null,
  today: Day,
): Block[] {
  if (record.state !== 'open' && record.state !== 'needs_info') return []
  const [step] = Object.entries(record.steps).find(([, { kind }]) => kind === 'obligations') ?? []
  const said = (step && personal?.notes?.[step]?.blocks) || {}
  return waitingOn(record)
    .filter(([, item]) => !isOver(item, today))
    .map(([code, item]) => ({
      code,
      waitsFor: awaitedBy(item),
      clearsOn: item.clearsOn ?? null,
      from: freeFrom(item),
      why: said[code]?.why ?? null,
      lifts: said[code]?.lifts ?? null,
    }))
    .sort((one, other) => order.indexOf(one.waitsFor) - order.indexOf(other.waitsFor))
}

/** What was paid at the counter to clear an obligation (P28). */
export type PaidObligation = { code: string; amountFen: number; way: string; number: string | null }

/** The obligations that were paid at the counter, with the number of each payment. */
export function paidAtCounter(
  record: Steps,
  personal: Pick<Personal, 'notes'> | null,
): PaidObligation[] {
  const [step] = Object.entries(record.steps).find(([, { kind }]) => kind === 'obligations') ?? []
  const numbers = (step && personal?.notes?.[step]?.payments) || {}
  return Object.entries(itemsOf(record)).flatMap(([code, item]) =>
    item.state === 'cleared' && item.payment
      ? [{ code, ...item.payment, number: numbers[code] ?? null }]
      : [],
  )
}
