'use client'
import clsx from 'clsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Day, addDays } from '@/lib/domain/days'
import { addMonths, weeksOf } from '@/lib/domain/month'
import { useFormTexts } from './texts'

type Props = {
  id: string
  /** The day to begin at. */
  at: Day
  chosen: Day | null
  today: Day
  min?: Day
  max?: Day
  choose(day: Day): void
  close(): void
}

const written = (day: Day, how: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { ...how, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** The day that a key leads to, by the WAI-ARIA pattern of a date picker; null for other keys. */
function dayAfterKey({ key, shiftKey }: KeyboardEvent, day: Day): Day | null {
  const place = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const days: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -place,
    End: 6 - place,
  }
  const away = days[key]
  if (away !== undefined) return addDays(day, away)
  const months: Record<string, number> = { PageUp: -1, PageDown: 1 }
  const turned = months[key]
  return turned === undefined ? null : addMonths(day, shiftKey ? turned * 12 : turned)
}

/** A month to choose a day from, as a modal dialog; Escape closes it and chooses nothing. */
export function MonthGrid({ id, at, chosen, today, min, max, choose, close }: Props) {
  const { calendar } = useFormTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [day, setDay] = useState(at)
  const [byKey, setByKey] = useState(true)
  useEffect(() => {
    const here = dialog.current
    if (here && !here.open) here.showModal()
  }, [])
  // The buttons of the months keep the focus while they are pressed.
  useEffect(() => {
    if (byKey) dialog.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day, byKey])
  const weeks = weeksOf(day)
  const outside = (one: Day) => Boolean((min && one < min) || (max && one > max))
  const move = (event: KeyboardEvent) => {
    const next = dayAfterKey(event, day)
    if (!next) return
    event.preventDefault()
    setByKey(true)
    setDay(next)
  }
  const take = (one: Day) => {
    if (outside(one)) return
    // What is behind a modal dialog cannot take the focus.
    dialog.current?.close()
    choose(one)
  }
  const turn = (months: number) => {
    setByKey(false)
    setDay(addMonths(day, months))
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      id={`${id}-calendar`}
      aria-label={calendar.choose}
      onClose={close}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className={
        'm-auto w-[min(22rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 ' +
        'text-ink shadow-xl backdrop:bg-black/40'
      }
    >
      <div className="grid gap-2 p-3">
        <div className="flex items-center justify-between">
          <Button
            type="button"
            look="plain"
            aria-label={calendar.previous}
            onClick={() => turn(-1)}
            className="size-11 px-0"
          >
            <span aria-hidden="true">‹</span>
          </Button>
          <h2 id={`${id}-month`} aria-live="polite" className="font-bold">
            {written(day, { year: 'numeric', month: 'long' })}
          </h2>
          <Button
            type="button"
            look="plain"
            aria-label={calendar.next}
            onClick={() => turn(1)}
            className="size-11 px-0"
          >
            <span aria-hidden="true">›</span>
          </Button>
        </div>
        <table aria-labelledby={`${id}-month`} className="w-full table-fixed text-center">
          <thead>
            <tr>
              {(weeks[0] ?? []).map((one) => (
                <th
                  key={one}
                  scope="col"
                  abbr={written(one, { weekday: 'long' })}
                  className="py-1 text-sm font-normal text-quiet"
                >
                  {written(one, { weekday: 'short' }).replace('周', '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((one) => (
                  <td key={one} className="p-0">
                    <button
                      type="button"
                      data-day={one}
                      tabIndex={one === day ? 0 : -1}
                      aria-label={written(one, { dateStyle: 'full' })}
                      aria-pressed={one === chosen}
                      aria-current={one === today ? 'date' : undefined}
                      aria-disabled={outside(one)}
                      onKeyDown={move}
                      onClick={() => take(one)}
                      className={clsx(
                        'size-11 max-w-full rounded-md tabular-nums',
                        one === chosen
                          ? 'bg-accent font-bold text-on-accent'
                          : 'hover:bg-accent-soft',
                        one === today && 'border-2 border-accent',
                        one !== chosen &&
                          (outside(one) || one.slice(0, 7) !== day.slice(0, 7)) &&
                          'text-quiet',
                        outside(one) && 'line-through',
                      )}
                    >
                      {Number(one.slice(8))}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Button type="button" look="secondary" onClick={() => dialog.current?.close()}>
          {calendar.close}
        </Button>
      </div>
    </dialog>
  )
}
