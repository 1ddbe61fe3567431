import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { GuideMaterial } from '@/lib/guide/schemas'

type Named = { code: string; nameZh: string; nameEn: string }

/** The localized names of the codes in a history. */
export const namesBehind = (
  locale: Locale,
  tables: readonly (readonly Named[])[],
  materials: readonly GuideMaterial[],
): Record<string, string> =>
  Object.fromEntries([
    ...tables.flat().map((named) => [named.code, nameIn(locale, named)] as const),
    ...materials.map(({ id, title }) => [id, inLocale(locale, title)] as const),
  ])

type Narrowing = { carrier: string | null; region: string | null }

/** The localized carrier and region of a guide; empty for the general one. */
export function narrowingWords(
  locale: Locale,
  { carrier, region }: Narrowing,
  { carriers, regions }: { carriers: readonly Named[]; regions: readonly Named[] },
): string {
  const nameOf = (list: readonly Named[], code: string | null) => {
    const found = list.find((one) => one.code === code)
    return found ? nameIn(locale, found) : code
  }
  return [nameOf(carriers, carrier), nameOf(regions, region)].filter(Boolean).join(' · ')
}
