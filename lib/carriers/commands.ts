import type { AuditedKind } from '@/lib/audit/kinds'
import { audit, fingerprint, isAsConfirmed } from '@/lib/db/audit'
import { type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { carrierSettings, restingOnObligations, waitedFor } from './queries'
import type { CarrierChange, ObligationRow } from './schemas'

type CarrierRefusal = Refusal<
  'not_found' | 'setting_changed' | 'obligation_in_use' | 'consequence_changed'
>
type CarrierWritten = Result<{ code: string }, CarrierRefusal>
type Settings = NonNullable<Awaited<ReturnType<typeof carrierSettings>>>

const auditedAs = {
  carrier: 'carrier.change',
  obligations: 'carrier.obligations',
} as const satisfies Record<keyof Settings, AuditedKind>
const parts = ['carrier', 'obligations'] as const

/**
 * Replaces what is set for a carrier beside its rulebook: its terms and its obligations (P1),
 * effective for running requests too; each part that differs is audited.
 * `seen` is the fingerprint of `carrierSettings` as the administrator saw them. An obligation that
 * a request waits for cannot be removed: `obligation_in_use` names an example. Whoever removes one
 * has confirmed for how many requests it is no longer checked: `confirmed` is the fingerprint of
 * `restingOnObligations`.
 */
export const changeCarrier = (
  by: string,
  code: string,
  { items, ...settings }: CarrierChange,
  seen: string,
  now: Date,
  confirmed?: string,
) =>
  transaction(async (tx): Promise<CarrierWritten> => {
    await tx.$queryRaw`select code from carrier where code = ${code} for update`
    const before = await carrierSettings(code, tx)
    if (!before) return refused({ code: 'not_found' })
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    const removed = Object.keys(before.obligations).filter(
      (one) => !items.some((item) => item.code === one),
    )
    const uses = await waitedFor(code, removed, tx)
    if (uses.length) return refused({ code: 'obligation_in_use', uses })
    if (removed.length && !isAsConfirmed(await restingOnObligations(code, tx), confirmed))
      return refused({ code: 'consequence_changed' })
    await tx.carrier.update({ where: { code }, data: settings })
    await replaceObligations(tx, code, items)
    const after = (await carrierSettings(code, tx)) ?? before
    for (const part of parts)
      if (fingerprint(before[part]) !== fingerprint(after[part]))
        await audit(
          tx,
          { by, what: auditedAs[part], subject: code, before: before[part], after: after[part] },
          now,
        )
    return done({ code })
  })

async function replaceObligations(
  tx: Transaction,
  carrier: string,
  items: readonly ObligationRow[],
) {
  await tx.obligation.deleteMany({ where: { carrier } })
  await tx.obligation.createMany({
    data: items.map((item, position) => ({ ...item, carrier, position })),
  })
}
