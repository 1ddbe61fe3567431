import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { Badge } from '@/components/ui/badge'
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
    <ul className="grid">
      {days.map((day) => (
        <li
          key={day.date}
          className={
            'flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line py-1 ' +
            'last:border-0'
          }
        >
          <span className="w-44 tabular-nums">
            {staffDates.day(day.date)} {weekdayIn(locale, day.date, 'short')}
          </span>
          <Badge tone={day.working ? 'warn' : 'good'}>{day.working ? t('work') : t('off')}</Badge>
          <span className="min-w-0 flex-1">{nameIn(locale, day)}</span>
          <OneButtonForm action={action} values={{ ...values, date: day.date }}>
            {t('clear')}
          </OneButtonForm>
        </li>
      ))}
    </ul>
  )
}
