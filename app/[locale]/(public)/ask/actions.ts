'use server'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { publicForm } from '@/lib/auth/public-action'
import { statusPassFor } from '@/lib/auth/status-pass'
import { requestIdOf } from '@/lib/cancellation/queries/status'
import { errorsOf } from '@/lib/forms/errors-of'
import {
  type FormState,
  hiddenField,
  refusedBy,
  refusedForm,
  typedIn,
} from '@/lib/forms/form-state'
import { readForm } from '@/lib/forms/read-form'
import { redirect } from '@/lib/i18n/redirect'
import { readReference } from '@/lib/domain/identifiers/reference'
import { askSchema } from '@/lib/questions/schemas'
import { takeQuestion } from '@/lib/questions/commands'
import { submitOnce } from '@/lib/form-submissions/commands'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt } from '@/lib/rate-limits/commands'

/**
 * Takes a question from anyone; it is linked to a request only when asked from that request's page.
 */
export const ask = publicForm<FormState>(refusedForm('form_malformed'), async (form) => {
  const read = readForm(form)
  if (!read.ok)
    return {
      ...refusedBy(read.refusal),
      typed: read.refusal.code === 'invalid' ? typedIn(form) : {},
    }
  const parsed = askSchema.safeParse(read.value)
  if (!parsed.success)
    return { status: 'invalid', errors: errorsOf(parsed.error), typed: typedIn(form) }
  if (await countAttempt([['question_address', addressOf(await headers())]]))
    return { ...refusedForm('too_many'), typed: typedIn(form) }
  const reference = readReference(hiddenField(form, '$reference'))
  const requestId =
    reference && (await statusPassFor(reference)) ? await requestIdOf(reference) : null
  return submitOnce(form, async () => {
    const { number } = await takeQuestion(parsed.data, requestId, new Date())
    return redirect({ href: `/ask/${number}`, locale: await getLocale() })
  })
})
