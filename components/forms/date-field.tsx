'use client'
import clsx from 'clsx'
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { MonthGrid } from './month-grid'
import { useFormTexts } from './texts'
import { typeInto } from './type-into'
import { useHydrated } from './use-hydrated'
import { type Day, dayOf, isDay } from '@/lib/domain/days'
import { typedDay } from '@/lib/domain/typed-day'
import { weekdayIn } from '@/lib/i18n/dates'
import { useDescribed } from '@/components/ui/described'
import { type Around, FieldFrame, controlClass } from '@/components/ui/field-frame'

type Props = Around & {
  defaultValue?: Day
  /** The days that make sense: they decide the year of a day written without it. */
  min?: Day
  max?: Day
  required?: boolean
}

/**
 * A day as text, since the browser's own date field speaks the browser's language. It takes what
 * `typedDay` reads, sends and shows `YYYY-MM-DD`, and names the weekday in the page's language; what
 * it cannot read is sent as typed and refused at the field. The down arrow, or a button, shows a
 * month to choose from: the field is a combobox (WAI-ARIA, "Date Picker Combobox"), whose button is
 * no Tab stop, as a clerk types the day and goes on.
 */
export function DateField({
  label,
  hint,
  error,
  warning,
  optional,
  className,
  min,
  max,
  ...input
}: Props) {
  const around = { name: input.name, label, hint, error, warning, optional, className }
  const { 'aria-describedby': described, ...control } = useDescribed(around)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(input.defaultValue ?? '')
  const [looking, look] = useState(false)
  const { calendar } = useFormTexts()
  const ready = useHydrated()
  const read = (text: string) => typedDay(text, readingNow(min, max))
  const day = isDay(typed) ? typed : ready ? read(typed) : null

  // Ctrl+Enter and Enter send the form while the field has the focus, before it is written out.
  useEffect(() => {
    const { form, name } = field.current ?? {}
    const writeOut = ({ formData }: FormDataEvent) => {
      const sent = formData.get(name ?? '')
      const meant = typeof sent === 'string' && typedDay(sent, readingNow(min, max))
      if (name && meant) formData.set(name, meant)
    }
    form?.addEventListener('formdata', writeOut)
    return () => form?.removeEventListener('formdata', writeOut)
  }, [min, max])

  const writtenOut = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    const meant = read(currentTarget.value)
    if (!meant || meant === currentTarget.value) return
    currentTarget.value = meant
    setTyped(meant)
  }
  const choose = (chosen: Day) => {
    look(false)
    if (!field.current) return
    typeInto(field.current, chosen)
    field.current.focus()
  }
  const lookByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    look(true)
  }
  const now = readingNow(min, max)
  const begin = day ?? (max && max < now.today ? max : min && min > now.today ? min : now.today)
  return (
    <FieldFrame id={control.id} {...around}>
      <div className="relative">
        <input
          type="text"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="2026-11-27"
          {...input}
          {...control}
          ref={field}
          aria-describedby={[described, `${control.id}-weekday`].filter(Boolean).join(' ')}
          role="combobox"
          aria-haspopup="dialog"
          aria-expanded={looking}
          aria-controls={looking ? `${control.id}-calendar` : undefined}
          aria-keyshortcuts="ArrowDown"
          onKeyDown={lookByKey}
          onInput={({ currentTarget }: FormEvent<HTMLInputElement>) =>
            setTyped(currentTarget.value)
          }
          onBlur={writtenOut}
          className={clsx(controlClass(error), 'pr-12')}
        />
        <button
          type="button"
          tabIndex={-1}
          disabled={!ready}
          aria-label={calendar.open}
          title={calendar.open}
          aria-describedby={`${control.id}-label`}
          aria-haspopup="dialog"
          onClick={() => look(true)}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-accent"
        >
          <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5">
            <path
              d="M3 5h14v12H3zM3 9h14M7 2v4m6-4v4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
        </button>
      </div>
      {looking && (
        <MonthGrid
          id={control.id}
          at={begin}
          chosen={day}
          today={now.today}
          min={min}
          max={max}
          choose={choose}
          close={() => look(false)}
        />
      )}
      <p
        id={`${control.id}-weekday`}
        aria-live="polite"
        className="min-h-6 text-sm text-quiet tabular-nums"
      >
        {ready && day && `${day === typed ? '' : `${day} `}${weekdayIn(pageLanguage(), day)}`}
      </p>
    </FieldFrame>
  )
}

// The server has no document, and nothing to read either.
const pageLanguage = () => (typeof document === 'undefined' ? '' : document.documentElement.lang)
const readingNow = (min?: Day, max?: Day) => ({
  today: dayOf(new Date()),
  first: pageLanguage().startsWith('zh') ? ('month' as const) : ('day' as const),
  min,
  max,
})
