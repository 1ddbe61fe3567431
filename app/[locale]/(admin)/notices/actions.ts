'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { errorsOf } from '@/lib/forms/errors-of'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { isNoticeKind } from '@/lib/notices/kinds'
import { noticeTextSchema } from '@/lib/notices/text'
import { changeNoticeText } from '@/lib/notices/commands'

/** As `errorsOf`; the code of a faulty placeholder is followed by what was written. */
function faultsOf(error: z.ZodError): Record<string, string> {
  const placeholders = error.issues.filter(({ message }) => message.startsWith('placeholder_'))
  const named = placeholders.toReversed().map(({ path, message }) => [path.join('.'), message])
  return { ...errorsOf(error), ...Object.fromEntries(named) }
}

/** Replaces a notice's text; the permitted placeholders depend on its kind. */
export const saveNoticeText = staffAction(
  'settings.edit',
  () => z.record(z.string(), z.unknown()),
  async (viewer, asked, form) => {
    const kind = hiddenField(form, '$kind')
    if (!isNoticeKind(kind)) return refusedForm('not_found')
    const parsed = noticeTextSchema(kind).safeParse(asked)
    if (!parsed.success) return { status: 'invalid', errors: faultsOf(parsed.error) }
    const saved = await changeNoticeText(
      viewer.id,
      kind,
      parsed.data,
      Number(hiddenField(form, '$seen')) || 0,
      new Date(),
    )
    return saved.ok
      ? redirect({ href: `/notices?saved=1`, locale: await getLocale() })
      : refusedBy(saved.refusal)
  },
)
