import { type CarrierCase, answerFor } from '@/lib/carriers/rulebook/answer'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { sqlDatabase } from '@/lib/db/sql'
import type { StoreKind } from '@/lib/domain/coded-values'
import type { StoreHours } from '../hours'

/** What everybody may know of a store. */
export type PublicStore = {
  code: string
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  phone: string
  region: string
  districtZh: string | null
  districtEn: string | null
  /** Degrees of GCJ-02; both or neither. */
  latitude: number | null
  longitude: number | null
  kind: StoreKind
  /** The carrier whose store it is, or that most come for. */
  carrier: string | null
  /** The carriers that it serves; an empty list is every one. */
  carriers: readonly string[]
  servesRegions: readonly string[]
  hours: StoreHours | null
  closed: boolean
}

const stores = () =>
  sqlDatabase()
    .selectFrom('store')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn', 'address_zh as addressZh'])
    .select(['address_en as addressEn', 'phone', 'region', 'kind', 'carrier', 'carriers'])
    .select(['district_zh as districtZh', 'district_en as districtEn', 'latitude', 'longitude'])
    .select(['serves_regions as servesRegions', 'hours', 'closed'])

type Row = Omit<PublicStore, 'kind' | 'hours'> & { kind: string; hours: unknown }

const publicStore = ({ kind, hours, ...store }: Row): PublicStore => ({
  ...store,
  kind: kind as StoreKind,
  hours: hours as StoreHours | null,
})

/** A store by its code, closed ones too: its address may have been passed on; null: none. */
export async function publicStoreByCode(code: string): Promise<PublicStore | null> {
  const row = await stores().where('code', '=', code).executeTakeFirst()
  return row ? publicStore(row) : null
}

/** The stores that are not closed for good, by region and district. */
export async function openStores(): Promise<PublicStore[]> {
  const rows = await stores()
    .where('closed', '=', false)
    .orderBy(['region', 'district_zh', 'code'])
    .execute()
  return rows.map(publicStore)
}

/** Whether a store can cancel such a number (P11, P13). */
export function canServe(
  rules: readonly CarrierRule[],
  about: Omit<CarrierCase, 'store'>,
  store: PublicStore,
): boolean {
  const { offered, carrierServed, storeServes } = answerFor(rules, { ...about, store })
  return offered && carrierServed && storeServes
}

/** A store that a customer is sent to instead. */
export type ServingStore = Pick<
  PublicStore,
  'code' | 'nameZh' | 'nameEn' | 'addressZh' | 'addressEn' | 'phone' | 'region' | 'hours'
>

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
  const distance = ({ region }: { region: string }) =>
    region === near ? 0 : region === about.region ? 1 : 2
  const serving = (await openStores()).filter((store) => canServe(rules, about, store))
  return serving
    .toSorted((one, other) => distance(one) - distance(other) || (one.code < other.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, nameZh, nameEn, addressZh, addressEn, phone, region, hours }) => ({
      ...{ code, nameZh, nameEn, addressZh, addressEn, phone, region, hours },
    }))
}
