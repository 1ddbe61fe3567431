'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { copySchema } from '@/lib/cancellation/rules/data-copy'
import { readReference } from '@/lib/domain/identifiers/reference'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { countAttempt } from '@/lib/rate-limits/commands'
import { giveCopy } from '@/lib/writer'

/** Notes that a copy of the person's data is given, and opens it (L3). */
export const openCopy = staffAction(
  'document.view',
  () => copySchema,
  async (viewer, asked, form) => {
    const reference = readReference(hiddenField(form, '$reference')) ?? ''
    if (await countAttempt([['data_copy', viewer.id]])) return refusedForm('too_many')
    const given = await giveCopy({
      actor: accountActor(viewer),
      reference,
      asked,
      now: new Date(),
    })
    return given.ok
      ? redirect({ href: `/requests/${reference}/copy`, locale: await getLocale() })
      : refusedBy(given.refusal)
  },
)
