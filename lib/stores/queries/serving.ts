import { type CarrierCase, answerFor } from '@/lib/carriers/rulebook/answer'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { sqlDatabase } from '@/lib/db/sql'
import type { StoreKind } from '@/lib/domain/coded-values'
import type { StoreHours } from '../hours'

export type ServingStore = {
  code: string
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  phone: string
  region: string
  hours: StoreHours | null
}

/**
 * The stores that can cancel such a number (P13), those of the region `near` first, then those of
 * the number's home region; at most `most`.
 */
export async function storesServing(
  rules: readonly CarrierRule[],
  about: Omit<CarrierCase, 'store'>,
  near: string,
  most = 3,
): Promise<ServingStore[]> {
  const open = await sqlDatabase()
    .selectFrom('store')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn', 'address_zh as addressZh'])
    .select(['address_en as addressEn', 'phone', 'region', 'kind', 'carriers'])
    .select(['serves_regions as servesRegions', 'hours'])
    .where('closed', '=', false)
    .orderBy('code')
    .execute()
  const serving = open.filter(({ kind, region, carriers, servesRegions }) => {
    const store = { kind: kind as StoreKind, region, carriers, servesRegions }
    const { offered, carrierServed, storeServes } = answerFor(rules, { ...about, store })
    return offered && carrierServed && storeServes
  })
  const distance = ({ region }: { region: string }) =>
    region === near ? 0 : region === about.region ? 1 : 2
  return serving
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, most)
    .map(({ kind: _, carriers: __, servesRegions: ___, hours, ...store }) => ({
      ...store,
      hours: hours as StoreHours | null,
    }))
}
