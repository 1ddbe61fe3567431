import { getLocale, getTranslations } from 'next-intl/server'
import { weekText } from '@/components/stores/opening-text'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { Paper, ReceiptName } from '@/lib/domain/coded-values'
import { servingEnv } from '@/lib/env'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { StoreHours } from '@/lib/stores/hours'
import { storeByCode } from '@/lib/stores/queries/stores'

/** The names needed by every printed sheet of a request, in the reader's or the chosen language. */
export async function printContext({ record }: Pick<OneRequest, 'record'>, chosen?: Locale) {
  const locale = chosen ?? (await getLocale())
  const words = await getTranslations({ locale, namespace: 'words' })
  const [store, carrier, { regions }] = await Promise.all([
    storeByCode(record.store),
    carrierByCode(record.carrier),
    carriersAndRegions(),
  ])
  const address = (path: string) => `${servingEnv().BASE_URL}${locale === 'en' ? '/en' : ''}${path}`
  const hours = store.hours as StoreHours | null
  const region = regions.find(({ code }) => code === record.region)
  return {
    locale,
    paper: store.paper as Paper,
    receiptName: store.receiptName as ReceiptName,
    store: nameIn(locale, store),
    storeLine:
      `${nameIn(locale, store)} · ` +
      `${nameIn(locale, { nameZh: store.addressZh, nameEn: store.addressEn })} · ${store.phone}`,
    /** The store's usual week; null where nobody has entered it. */
    storeHours: hours && weekText(hours, locale, words),
    carrier: carrier ? nameIn(locale, carrier) : record.carrier,
    obligations: carrier?.obligations ?? [],
    frozenDays: carrier?.frozenDays ?? 0,
    region: region ? nameIn(locale, region) : record.region,
    way: `${words(`cardType.${record.cardType}`)} · ${words(`channel.${record.channel}`)}`,
    address,
    /** The address in plain letters, as people type it. */
    typedAddress: (path: string) => address(path).replace(/^https:\/\//, ''),
  }
}

export type PrintContext = Awaited<ReturnType<typeof printContext>>
