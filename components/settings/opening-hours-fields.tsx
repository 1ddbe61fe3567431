'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateField } from '@/components/forms/date-field'
import { weekdayName } from '@/components/stores/opening-text'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field-frame'
import { TextField } from '@/components/ui/field'
import { type StoreHours, weekdays } from '@/lib/stores/hours'
import type { ErrorAt } from './settings-form'

type Props = { hours: StoreHours | null; errorAt: ErrorAt }

/** A store's usual week and the days on which it differs; an empty day is one without opening. */
export function OpeningHoursFields({ hours, errorAt }: Props) {
  const t = useTranslations('settings.store')
  const locale = useLocale()
  const known = hours?.exceptions ?? []
  const [rows, setRows] = useState(known.length)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{t('hours')}</legend>
      <p className="mb-2 text-sm text-quiet">{t('hoursHint')}</p>
      <div className="grid gap-2">
        {weekdays.map((day) => {
          const fault = errorAt(`hours.week.${day}.from`) ?? errorAt(`hours.week.${day}.to`)
          return (
            // biome-ignore lint/a11y/useSemanticElements: seven fieldsets in one are read as noise
            <div key={day} role="group" aria-label={weekdayName(locale, day)}>
              <div className="grid max-w-xs grid-cols-[3rem_1fr_auto_1fr] items-center gap-2">
                <span>{weekdayName(locale, day)}</span>
                {(['from', 'to'] as const).map((end) => (
                  <Time
                    key={end}
                    name={`hours.week.${day}.${end}`}
                    label={`${weekdayName(locale, day)} ${t(`hours_${end}`)}`}
                    value={hours?.week[day]?.[end]}
                    dash={end === 'to'}
                    fault={fault}
                    faultId={`fault-${day}`}
                  />
                ))}
              </div>
              {fault && (
                <p id={`fault-${day}`} className="mt-1 text-sm text-bad">
                  {fault}
                </p>
              )}
            </div>
          )
        })}
      </div>
      <p className="mt-4 font-semibold">{t('exceptions')}</p>
      <p className="mb-2 text-sm text-quiet">{t('exceptionsHint')}</p>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor go
        <fieldset key={row} className="mb-3 grid gap-4 sm:grid-cols-4">
          <legend className="sr-only">{t('exception', { n: row + 1 })}</legend>
          <input type="hidden" name={`hours.exceptions.${row}.row`} value={String(row)} />
          {(['from', 'to'] as const).map((end) => (
            <DateField
              key={end}
              name={`hours.exceptions.${row}.${end}`}
              label={t(`day_${end}`)}
              defaultValue={known[row]?.[end]}
              error={errorAt(`hours.exceptions.${row}.${end}`)}
            />
          ))}
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              inputMode="numeric"
              name={`hours.exceptions.${row}.hours.${end}`}
              label={t(`hours_${end}`)}
              defaultValue={known[row]?.hours?.[end]}
              error={errorAt(`hours.exceptions.${row}.hours.${end}`)}
            />
          ))}
        </fieldset>
      ))}
      <Button type="button" look="plain" onClick={() => setRows((now) => now + 1)}>
        {t('addException')}
      </Button>
    </fieldset>
  )
}

type TimeProps = {
  name: string
  label: string
  value: string | undefined
  dash: boolean
  fault: string | undefined
  faultId: string
}

function Time({ name, label, value, dash, fault, faultId }: TimeProps) {
  return (
    <>
      {dash && <span aria-hidden>–</span>}
      <input
        name={name}
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? faultId : undefined}
        className={controlClass(fault)}
      />
    </>
  )
}
