import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { Badge } from '@/components/ui/badge'
import { Records } from '@/components/ui/records'
import type { ExceptionDay } from '@/lib/calendar/import'
import type { FormState } from '@/lib/forms/form-state'
import { nameIn } from '@/lib/i18n/bilingual'
import { staffDates, weekdayIn } from '@/lib/i18n/dates'

type Props = {
  days: readonly ExceptionDay[]
  values: Record<string, string>
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** The year's exceptions, each with a button that resets it. */
export async function DayList({ days, values, action }: Props) {
  const t = await getTranslations('calendar.day')
  const locale = await getLocale()
  return (
    <Records
      label={t('list')}
      from="narrow"
      rows={days}
      keyOf={({ date }) => date}
      columns={[
        {
          name: 'date',
          title: t('date'),
          whole: true,
          cell: ({ date }) => (
            <span className="font-normal tabular-nums">
              {staffDates.day(date)} {weekdayIn(locale, date, 'short')}
            </span>
          ),
        },
        {
          name: 'kind',
          title: t('kind'),
          card: 'right',
          cell: ({ working }) => (
            <Badge tone={working ? 'warn' : 'good'}>{t(working ? 'work' : 'off')}</Badge>
          ),
        },
        { name: 'name', title: t('name'), card: 'left', cell: (day) => nameIn(locale, day) },
        {
          name: 'clear',
          title: t('clear'),
          card: 'right',
          act: true,
          cell: ({ date }) => (
            <OneButtonForm action={action} values={{ ...values, date }}>
              {t('clear')}
            </OneButtonForm>
          ),
        },
      ]}
    />
  )
}
