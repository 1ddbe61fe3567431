import type { Named } from '@/lib/carriers/queries'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { PublicStore } from '@/lib/stores/queries/serving'

type Place = Pick<PublicStore, 'region' | 'districtZh' | 'districtEn'>

/** A store's district in the reader's language; null where none is entered. */
export const districtIn = (locale: Locale, { districtZh, districtEn }: Place) =>
  districtZh && districtEn ? inLocale(locale, { zh: districtZh, en: districtEn }) : null

/** `上海 · 黄浦区`; the region alone where no district is entered. */
export function placeText(locale: Locale, place: Place, regions: readonly Named[]): string {
  const region = regions.find(({ code }) => code === place.region)
  return [region ? nameIn(locale, region) : place.region, districtIn(locale, place)]
    .filter(Boolean)
    .join(' · ')
}

/** Under what a store is asked for by place: its region, or its region and district. */
export const placeKeys = ({ region, districtZh }: Place): string[] =>
  districtZh ? [region, `${region} ${districtZh}`] : [region]
