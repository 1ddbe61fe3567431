'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { yearOf } from '@/lib/domain/days'
import { readYear } from '@/lib/calendar/import'
import { workingCalendar } from '@/lib/calendar/queries'
import { calendarWith } from '@/lib/calendar/working-days'
import { movedPromises } from '@/lib/cancellation/queries/moved-promises'
import { clearDay, markPublished, replaceYear, setDay } from '@/lib/calendar/commands'
import { type FormState, hiddenField, refusedBy } from '@/lib/forms/form-state'
import { staffDates } from '@/lib/i18n/dates'
import { redirect } from '@/lib/i18n/redirect'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { Result } from '@/lib/result'

const name = z.string('required').trim().min(1, 'required').max(40, 'too_long')
const daySchema = () =>
  z.strictObject({
    date: z.iso.date('date_malformed'),
    day: z.enum(['off', 'work'], 'required'),
    nameZh: name,
    nameEn: name,
  })
const years = z.coerce.number().int().min(2000).max(2100)
const yearIn = (form: FormData) => years.parse(form.get('$year'))
const seenIn = (form: FormData) => String(form.get('$seen') ?? '') || null

async function formResult(written: Result<{ year: number }>): Promise<FormState> {
  if (!written.ok) return refusedBy(written.refusal)
  return redirect({ href: `/calendar/${written.value.year}`, locale: await getLocale() })
}

/** Replaces a year's days with those of a CSV; one with faults changes nothing. */
export const importYear = staffAction(
  'calendar.edit',
  () => z.strictObject({ csv: z.string('required').max(100_000, 'too_long') }),
  async (viewer, { csv }, form) => {
    const { days, faults } = readYear(csv, yearIn(form))
    if (faults.length) return { status: 'faulty', faults: faults.slice(0, 50) }
    if (onlyLooks(form)) return whatMoves(yearIn(form), { days })
    return formResult(await replaceYear(viewer.id, yearIn(form), days, seenIn(form), new Date()))
  },
)

/** Sets one day of the year. */
export const saveDay = staffAction(
  'calendar.edit',
  daySchema,
  async (viewer, { day, ...named }, form) => {
    if (yearOf(named.date) !== yearIn(form))
      return { status: 'invalid', errors: { date: 'date_of_other_year' } }
    return formResult(
      await setDay(
        viewer.id,
        yearIn(form),
        { ...named, working: day === 'work' },
        seenIn(form),
        new Date(),
      ),
    )
  },
)

/** Resets a day to its weekday's default. */
export const removeDay = staffAction(
  'calendar.edit',
  () => z.strictObject({ date: z.iso.date() }),
  async (viewer, { date }, form) =>
    formResult(await clearDay(viewer.id, yearIn(form), date, seenIn(form), new Date())),
)

/** Marks a year as published or unpublished. */
export const publishYear = staffAction(
  'calendar.edit',
  () => z.strictObject({ published: z.boolean() }),
  async (viewer, { published }, form) =>
    onlyLooks(form)
      ? whatMoves(yearIn(form), { published })
      : formResult(
          await markPublished(viewer.id, yearIn(form), published, seenIn(form), new Date()),
        ),
)

// Submitted by the preview button.
const onlyLooks = (form: FormData) => hiddenField(form, '$look') !== ''

async function whatMoves(
  year: number,
  change: Parameters<typeof calendarWith>[2],
): Promise<FormState> {
  const { count, first } = await movedPromises(
    calendarWith(await workingCalendar(new Date()), year, change),
  )
  const t = await getTranslations('calendar.moves')
  const words = await getTranslations('words')
  const lines = first.map(({ reference, of, before, after, estimated }) => {
    const days = `${staffDates.day(before)} → ${staffDates.day(after)}`
    const what = `${groupReference(reference)} · ${t(of)}${words('colon')}${days}`
    return estimated ? what + t('estimated') : what
  })
  return { status: 'looked', count, lines }
}
