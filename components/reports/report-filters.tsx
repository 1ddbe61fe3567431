import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/ui/field'
import { channels } from '@/lib/domain/coded-values'
import { groupings } from '@/lib/reports/figures'
import type { PeriodFaults, ReportFilter } from '@/lib/reports/filter'

type Option = { code: string; name: string }
type Props = {
  filter: ReportFilter
  /** A period that is refused, and the days as they were typed. */
  refused?: { faults: PeriodFaults; from: string; to: string } | null
  today: string
  stores: readonly Option[]
  carriers: readonly Option[]
}

/** The report's filter, in the query string. */
export async function ReportFilters({ filter, refused, today, stores, carriers }: Props) {
  const t = await getTranslations('reports')
  const words = await getTranslations('words.channel')
  const fault = await getTranslations('faults')
  const choice = (options: readonly Option[]) => [
    <option key="" value="">
      {t('all')}
    </option>,
    ...options.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    )),
  ]
  return (
    <form className="no-print mb-6 grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap">
      {(['from', 'to'] as const).map((name) => {
        const code = refused?.faults[name]
        return (
          <DateField
            key={`${name}${code ?? ''}`}
            name={name}
            label={t(name)}
            defaultValue={(refused ?? filter)[name]}
            max={today}
            error={code && fault(code)}
            className="sm:max-w-60"
          />
        )
      })}
      {stores.length > 1 && (
        <SelectField name="store" label={t('store')} defaultValue={filter.store ?? ''}>
          {choice(stores)}
        </SelectField>
      )}
      <SelectField name="carrier" label={t('carrier')} defaultValue={filter.carrier ?? ''}>
        {choice(carriers)}
      </SelectField>
      <SelectField name="channel" label={t('channel')} defaultValue={filter.channel ?? ''}>
        {choice(channels.map((code) => ({ code, name: words(code) })))}
      </SelectField>
      <SelectField name="by" label={t('by')} defaultValue={filter.by}>
        {groupings.map((grouping) => (
          <option key={grouping} value={grouping}>
            {t(`grouping.${grouping}`)}
          </option>
        ))}
      </SelectField>
      {/* Level with the fields, below their labels. */}
      <Button look="secondary" className="max-sm:col-span-full sm:mt-8">
        {t('show')}
      </Button>
    </form>
  )
}
