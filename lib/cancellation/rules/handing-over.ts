import type { AftercareItem } from './aftercare-items'
import { type RequestRecord, noteOfKind } from './request-record'
import type { Situation } from './situation'

/**
 * What handing over the printed receipt notes (F14), by step: that it was handed over and, of what
 * comes after, what is known at the counter (F29 to F32). The rest is the customer's, who is
 * reminded of it. Steps that were noted already are left out.
 */
export function handOverNotes(
  record: RequestRecord,
  { steps }: Pick<Situation['guide'], 'steps'>,
): Record<string, Record<string, unknown>> {
  const open = steps.filter(({ id }) => !Object.hasOwn(record.steps, id))
  return Object.fromEntries(
    open.flatMap(({ id, kind }): [string, Record<string, unknown>][] =>
      kind === 'receipt'
        ? [[id, { handedOver: 'printed' }]]
        : kind === 'aftercare'
          ? [[id, { ticked: knownAtCounter(record) }]]
          : [],
    ),
  )
}

function knownAtCounter(record: RequestRecord): AftercareItem[] {
  const { refund } = record
  const isSettled = refund !== null && (refund.state === 'none' || refund.state === 'paid')
  const isDeleted = noteOfKind(record, 'device_check')?.outcome.state === 'profile_deleted'
  return [
    'receipt_kept',
    ...(isSettled ? (['balance_moved'] as const) : []),
    ...(isDeleted ? (['profile_deleted'] as const) : []),
  ]
}

/**
 * The steps that were noted when the receipt was handed over, at the same moment by the same
 * person: what the customer has ticked since stays. Empty while it was not handed over.
 */
export function handedOverSteps({ steps }: Pick<RequestRecord, 'steps'>): string[] {
  const receipt = noteOfKind({ steps }, 'receipt')
  if (!receipt) return []
  return Object.entries(steps).flatMap(([id, { kind, at, by }]) => {
    const isWithIt = kind === 'aftercare' && at === receipt.at && by === receipt.by
    return kind === 'receipt' || isWithIt ? [id] : []
  })
}
