import { cardTypes, channels } from '@/lib/domain/coded-values'
import type { AuditedKind } from '@/lib/audit/kinds'
import { audit, fingerprint } from '@/lib/db/audit'
import { type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, type Use, done, refused } from '@/lib/result'
import { obligationsOf, offeredBy, waitedFor } from './queries'
import type { CarrierSettings, ObligationRow } from './schemas'

type CarrierRefusal = Refusal<'not_found' | 'setting_changed' | 'obligation_in_use'>
type CarrierWritten = Result<{ code: string }, CarrierRefusal>

/** Changes a carrier's settings. `seen` is their fingerprint as the administrator saw them. */
export const changeCarrier = (
  by: string,
  code: string,
  change: CarrierSettings,
  seen: string,
  now: Date,
) =>
  changing(
    by,
    'carrier.change',
    code,
    seen,
    now,
    (tx) => tx.carrier.findUnique({ where: { code } }),
    (tx) => tx.carrier.update({ where: { code }, data: change }),
  )

/** Replaces the paths that a carrier offers: `CN-SH.sim.in_store` (F15, F28, P11). */
export const changeOffered = (
  by: string,
  code: string,
  offered: readonly string[],
  seen: string,
  now: Date,
) =>
  changing(
    by,
    'carrier.offers',
    code,
    seen,
    now,
    (tx) => offeredBy(tx, code),
    async (tx) => {
      const regions = await tx.region.findMany({ select: { code: true } })
      const rows = regions.flatMap(({ code: region }) =>
        cardTypes.flatMap((cardType) =>
          channels.map((channel) => ({
            carrier: code,
            region,
            cardType,
            channel,
            offered: offered.includes(`${region}.${cardType}.${channel}`),
          })),
        ),
      )
      await tx.availability.deleteMany({ where: { carrier: code } })
      await tx.availability.createMany({ data: rows })
    },
  )

/**
 * Replaces a carrier's obligations (P1), effective for running requests too. One that a request
 * waits for cannot be removed: `obligation_in_use` names an example.
 */
export const changeObligations = (
  by: string,
  code: string,
  items: readonly ObligationRow[],
  seen: string,
  now: Date,
) =>
  changing(
    by,
    'carrier.obligations',
    code,
    seen,
    now,
    (tx) => obligationsOf(tx, code),
    async (tx) => {
      await tx.obligation.deleteMany({ where: { carrier: code } })
      await tx.obligation.createMany({
        data: items.map((item, position) => ({ ...item, carrier: code, position })),
      })
    },
    (tx, before) =>
      waitedFor(
        tx,
        code,
        Object.keys(before).filter((one) => !items.some((item) => item.code === one)),
      ),
  )

type Change = (tx: Transaction, before: object) => Promise<unknown>

async function changing(
  by: string,
  what: AuditedKind,
  code: string,
  seen: string,
  now: Date,
  read: (tx: Transaction) => Promise<object | null>,
  write: Change,
  usedBy?: (tx: Transaction, before: object) => Promise<Use[]>,
): Promise<CarrierWritten> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select code from carrier where code = ${code} for update`
    const before = await read(tx)
    if (!before) return refused({ code: 'not_found' })
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    const uses = (await usedBy?.(tx, before)) ?? []
    if (uses.length) return refused({ code: 'obligation_in_use', uses })
    await write(tx, before)
    await audit(tx, { by, what, subject: code, before, after: await read(tx) }, now)
    return done({ code })
  })
}
