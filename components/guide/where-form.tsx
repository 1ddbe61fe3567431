import { getLocale, getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { Button, buttonClass } from '@/components/ui/button'
import { PlainSelectField } from '@/components/ui/plain-fields'
import { Notice } from '@/components/ui/notice'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { Named, Path } from '@/lib/carriers/queries'
import { pathAddress } from '@/lib/guide/address'
import { nameIn } from '@/lib/i18n/bilingual'

type Chosen = { carrier: Named; region: Named; hotline: string; offered: readonly Path[] }
type Props = {
  cardType: CardType
  channel: Channel
  carriers: readonly Named[]
  regions: readonly Named[]
  chosen: Chosen | null
}

/**
 * Selects carrier and home region through the query string, so that it works without scripts; shows
 * the alternatives where this path is not offered (F15, F28).
 */
export async function WhereForm({ cardType, channel, carriers, regions, chosen }: Props) {
  const t = await getTranslations('guide.where')
  const record = await getTranslations('record')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const options = (list: readonly Named[]) => [
    <option key="" value="">
      {t('choose')}
    </option>,
    ...list.map((one) => (
      <option key={one.code} value={one.code}>
        {nameIn(locale, one)}
      </option>
    )),
  ]
  const here = chosen?.offered.some(
    (path) => path.cardType === cardType && path.channel === channel,
  )
  const place = chosen && `carrier=${chosen.carrier.code}&region=${chosen.region.code}`
  const names = chosen && {
    carrier: nameIn(locale, chosen.carrier),
    region: nameIn(locale, chosen.region),
  }
  return (
    <>
      <form className="flex flex-wrap items-end gap-3">
        <PlainSelectField
          name="carrier"
          label={record('carrier')}
          defaultValue={chosen?.carrier.code ?? ''}
          className="min-w-40 flex-1"
        >
          {options(carriers)}
        </PlainSelectField>
        <PlainSelectField
          name="region"
          label={record('region')}
          defaultValue={chosen?.region.code ?? ''}
          className="min-w-40 flex-1"
        >
          {options(regions)}
        </PlainSelectField>
        <Button look="secondary">{t('show')}</Button>
      </form>
      {names && here && <Notice tone="good" className="mt-4" title={t('offered', names)} />}
      {chosen && names && !here && (
        <Notice tone="bad" className="mt-4" title={t('notOffered', names)}>
          <p>{chosen.offered.length ? t('instead') : t('nothing', { hotline: chosen.hotline })}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {chosen.offered.map((path) => (
              <li key={pathAddress(path.cardType, path.channel)}>
                <PlainLink
                  href={`${pathAddress(path.cardType, path.channel)}?${place}`}
                  className={buttonClass('secondary')}
                >
                  {words(`cardType.${path.cardType}`)} · {words(`channel.${path.channel}`)}
                </PlainLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
