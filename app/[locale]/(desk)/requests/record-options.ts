import { getCountries } from 'libphonenumber-js/max'
import type { Viewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { readerLayout } from '@/lib/domain/identity-reader'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { storesOfStaff } from '@/lib/stores/queries/stores'

/** The options of the record form, in the reader's language. */
export async function recordOptions(viewer: Viewer, locale: Locale) {
  const [{ carriers, regions }, stores] = await Promise.all([
    carriersAndRegions(),
    storesOfStaff(viewer.memberships),
  ])
  const named = (rows: { code: string; nameZh: string; nameEn: string }[]) =>
    rows.map((row) => ({ code: row.code, name: nameIn(locale, row) }))
  return {
    stores: stores.map((store) => ({
      code: store.code,
      name: nameIn(locale, store),
      phone: store.phone,
      carrier: store.carrier,
      region: store.region,
      reader: readerLayout(store),
    })),
    carriers: named(carriers),
    regions: named(regions),
    countries: countriesIn(locale),
  }
}

function countriesIn(locale: Locale) {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, locale))
}
