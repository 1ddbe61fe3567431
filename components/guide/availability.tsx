import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import type { Named } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'

type Props = {
  availability: Map<string, { offered: string[]; refused: string[] }>
  carriers: readonly Named[]
  regions: readonly Named[]
}

/** Which carrier offers this path in which home regions (F15, F28), to know before starting. */
export async function Availability({ availability, carriers, regions }: Props) {
  const t = await getTranslations('guide.where')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const names = (codes: string[]) =>
    regions
      .filter(({ code }) => codes.includes(code))
      .map((region) => nameIn(locale, region))
      .join(words('enumerationComma'))
  const describe = ({ offered, refused }: { offered: string[]; refused: string[] }) => {
    if (refused.length === 0) return t('all')
    if (offered.length === 0) return t('none')
    return offered.length <= refused.length
      ? t('some', { regions: names(offered) })
      : t('except', { regions: names(refused) })
  }
  return (
    <ul className="grid gap-2">
      {carriers.map((carrier) => {
        const where = availability.get(carrier.code) ?? { offered: [], refused: [carrier.code] }
        return (
          <li key={carrier.code} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Badge tone={where.offered.length ? 'good' : 'quiet'}>
              {where.offered.length ? '✓' : '×'} {nameIn(locale, carrier)}
            </Badge>
            <span className="min-w-0 flex-1 basis-60">{describe(where)}</span>
          </li>
        )
      })}
    </ul>
  )
}
