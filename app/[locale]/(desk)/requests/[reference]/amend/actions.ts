'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/calendar/dates'
import { amendRequest as amend } from '@/lib/cancellation/record'
import { openSchema } from '@/lib/cancellation/schemas'
import { refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/navigation'

/** Mends what was recorded at the start. */
export const amendRequest = staffAction('request.open', () => openSchema(dayOf(new Date())), async (viewer, input, form) => {
  const seen = { reference: String(form.get('$reference') ?? ''), version: Number(form.get('$version')) || undefined }
  const written = await amend({ kind: 'account', ...viewer }, seen, input, new Date())
  return written.ok ? redirect({ href: `/requests/${written.value.reference}`, locale: await getLocale() }) : refusedBy(written.refusal)
})
