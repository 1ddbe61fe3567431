import { getCountries } from 'libphonenumber-js/max'
import type { Viewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
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
    stores: named(stores),
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
