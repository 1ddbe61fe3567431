import { getLocale } from 'next-intl/server'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { nameIn } from '@/lib/i18n/bilingual'
import { storeByCode } from '@/lib/stores/queries/stores'

/** What the store, carrier and region of a request are called in the reader's language. */
export async function namesOf({
  store: code,
  carrier: carrierCode,
  region: regionCode,
}: Pick<RequestRecord, 'store' | 'carrier' | 'region'>) {
  const locale = await getLocale()
  const [store, carrier, { regions }] = await Promise.all([
    storeByCode(code),
    carrierByCode(carrierCode),
    carriersAndRegions(),
  ])
  const region = regions.find((one) => one.code === regionCode)
  return {
    store: nameIn(locale, store),
    carrier: carrier ? nameIn(locale, carrier) : carrierCode,
    region: region ? nameIn(locale, region) : regionCode,
  }
}
