'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { retentionSchema } from '@/lib/retention/schemas'
import { changeRetention } from '@/lib/retention/write'

/** Changes how long what is personal is kept. */
export const saveRetention = staffAction('settings.edit', () => retentionSchema, async (viewer, change, form) => {
  const saved = await changeRetention(viewer.id, change, hiddenField(form, '$seen'), new Date())
  return saved.ok ? redirect({ href: '/retention?saved=1', locale: await getLocale() }) : refusedBy(saved.refusal)
})
