import { closePendingGrants } from '@/lib/accounts/grants/commands'
import { audit, fingerprint } from '@/lib/db/audit'
import { Prisma, type Transaction, clashedIndex, database, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { cards, running, usesOf } from './queries/uses'
import type { StoreSettings } from './schemas'

type Required = 'nameZh' | 'nameEn' | 'addressZh' | 'addressEn' | 'phone' | 'region'

/** A store to be created; settings left out have the table's defaults. */
export type NewStore = { code: string } & Pick<StoreSettings, Required> &
  Partial<Omit<StoreSettings, Required>>

type OfCarriers = { carrier?: string | null; carriers?: readonly string[] }

/** Whether the preset carrier and those that it serves exist. */
async function areCarriers(
  tx: Pick<Transaction, 'carrier'>,
  { carrier, carriers = [] }: OfCarriers,
): Promise<boolean> {
  const codes = [...new Set([...carriers, ...(carrier ? [carrier] : [])])]
  return (await tx.carrier.count({ where: { code: { in: codes } } })) === codes.length
}

/**
 * Creates a store; without a list it serves every region (P11). Refused: `code_taken`,
 * `region_unknown`, `carrier_unknown`. `by`: null for an operator.
 */
export async function createStore(
  { servesRegions, ...store }: NewStore,
  by: string | null = null,
  now = new Date(),
): Promise<Result<{ id: string }>> {
  const regions = (await database().region.findMany({ select: { code: true } })).map(
    ({ code }) => code,
  )
  const served = servesRegions ?? regions
  if (![store.region, ...served].every((code) => regions.includes(code)))
    return refused({ code: 'region_unknown' })
  if (!(await areCarriers(database(), store))) return refused({ code: 'carrier_unknown' })
  try {
    return await transaction(async (tx) => {
      const { id, ...made } = await tx.store.create({
        data: { ...store, servesRegions: served, hours: store.hours ?? Prisma.DbNull },
      })
      await audit(
        tx,
        { by, what: 'store.create', subject: store.code, before: null, after: made },
        now,
      )
      return done({ id })
    })
  } catch (error) {
    if (clashedIndex(error) !== null) return refused({ code: 'code_taken' })
    throw error
  }
}

/**
 * Changes a store. `seen` is its fingerprint as the administrator saw it. Refused:
 * `setting_changed`; `store_in_use`, with examples, when it is to be closed while it has running
 * requests or cards; `region_unknown`; `carrier_unknown`.
 */
export async function changeStore(
  by: string,
  code: string,
  change: StoreSettings,
  seen: string,
  now: Date,
): Promise<
  Result<
    { code: string },
    Refusal<'not_found' | 'setting_changed' | 'store_in_use' | 'region_unknown' | 'carrier_unknown'>
  >
> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select id from store where code = ${code} for update`
    const before = await tx.store.findUnique({ where: { code } })
    if (!before) return refused({ code: 'not_found' })
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    const known = await tx.region.count({
      where: { code: { in: [change.region, ...change.servesRegions] } },
    })
    if (known !== new Set([change.region, ...change.servesRegions]).size)
      return refused({ code: 'region_unknown' })
    if (!(await areCarriers(tx, change))) return refused({ code: 'carrier_unknown' })
    if (change.closed && !before.closed) {
      const uses = [await running(tx, before.id), await cards(tx, code)].flat()
      if (uses.length) return refused({ code: 'store_in_use', uses })
    }
    const after = await tx.store.update({
      where: { code },
      data: { ...change, hours: change.hours ?? Prisma.DbNull },
    })
    await audit(tx, { by, what: 'store.change', subject: code, before, after }, now)
    return done({ code })
  })
}

/**
 * Deletes a store that was never used; `store_in_use` lists its uses. A used store is closed
 * instead, to keep its history.
 */
export const deleteStore = (
  by: string,
  code: string,
  seen: string,
  now: Date,
): Promise<Result<{ code: string }, Refusal<'not_found' | 'setting_changed' | 'store_in_use'>>> =>
  transaction(async (tx) => {
    await tx.$queryRaw`select id from store where code = ${code} for update`
    const store = await tx.store.findUnique({ where: { code } })
    if (!store) return refused({ code: 'not_found' })
    if (fingerprint(store) !== seen) return refused({ code: 'setting_changed' })
    const uses = await usesOf(store, tx)
    if (uses.length) return refused({ code: 'store_in_use', uses })
    // Pending grants of roles at this store become pointless.
    await closePendingGrants(tx, { storeId: store.id }, now)
    await tx.store.delete({ where: { code } })
    const { id: _, ...before } = store
    await audit(tx, { by, what: 'store.delete', subject: code, before, after: null }, now)
    return done({ code })
  })
