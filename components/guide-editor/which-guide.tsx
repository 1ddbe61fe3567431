import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { type CardType, type Channel, cardTypes, channels } from '@/lib/domain/coded-values'
import { narrowingWords } from '@/lib/carriers/names'
import type { Named } from '@/lib/carriers/queries'
import type { guideResolution } from '@/lib/guide/queries/resolution'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'

type Asked = { cardType: CardType; channel: Channel; carrier: string; region: string }
type Props = {
  carriers: readonly Named[]
  regions: readonly Named[]
  asked: Asked
  rungs: Awaited<ReturnType<typeof guideResolution>>
}

/** Which guide applies to a customer, and why: the four levels, narrowest first. */
export async function WhichGuide({ carriers, regions, asked, rungs }: Props) {
  const t = await getTranslations('guides')
  const record = await getTranslations('record')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const options = (list: readonly Named[]) =>
    list.map((one) => (
      <option key={one.code} value={one.code}>
        {nameIn(locale, one)}
      </option>
    ))
  return (
    <Panel title={t('which.title')} className="mb-6">
      <form className="grid gap-4 sm:grid-cols-2">
        <SelectField name="cardType" label={record('cardType')} defaultValue={asked.cardType}>
          {cardTypes.map((value) => (
            <option key={value} value={value}>
              {words(`cardType.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="channel" label={record('channel')} defaultValue={asked.channel}>
          {channels.map((value) => (
            <option key={value} value={value}>
              {words(`channel.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="carrier" label={record('carrier')} defaultValue={asked.carrier}>
          {options(carriers)}
        </SelectField>
        <SelectField name="region" label={record('region')} defaultValue={asked.region}>
          {options(regions)}
        </SelectField>
        <div>
          <Button look="secondary">{t('which.ask')}</Button>
        </div>
      </form>
      <ol className="mt-4">
        {rungs.map(({ id, carrier, region, revision, why }) => (
          <li
            key={`${carrier} ${region}`}
            className={
              'flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t ' +
              'border-line py-1.5'
            }
          >
            <span className={why === 'applies' ? 'font-semibold' : undefined}>
              {narrowingWords(locale, { carrier, region }, { carriers, regions }) || t('everyone')}
            </span>
            <Badge tone={why === 'applies' ? 'good' : 'quiet'}>
              {why === 'applies' ? '✓ ' : ''}
              {t(`which.${why}`)}
            </Badge>
            {id && (
              <Link href={`/guides/${id}`} className="text-accent underline">
                {revision ? t('revision', { number: revision }) : t('notLive')}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
