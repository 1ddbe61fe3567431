import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { Badge } from '@/components/ui/badge'
import { Records } from '@/components/ui/records'
import type { ExceptionDay } from '@/lib/calendar/import'
import type { FormState } from '@/lib/forms/form-state'
import { isWeekend } from '@/lib/domain/days'
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
  const asked = (one: ExceptionDay) => {
    const day = staffDates.day(one.date)
    const isChanged = one.working === isWeekend(one.date)
    return {
      title: t('clearAsk.title', { day, name: nameIn(locale, one) }),
      text: <p>{t('clearAsk.text', { weekday: weekdayIn(locale, one.date, 'long') })}</p>,
      confirm: t(`clearAsk.${isChanged ? (one.working ? 'work' : 'off') : 'same'}`, { day }),
    }
  }
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
          cell: (day) => (
            <ConfirmButton
              action={action}
              look="plain"
              values={{ ...values, date: day.date }}
              confirmation={asked(day)}
            >
              {t('clear')}
            </ConfirmButton>
          ),
        },
      ]}
    />
  )
}
