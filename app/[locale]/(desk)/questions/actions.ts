'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { visibleStores } from '@/lib/domain/permissions'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { answerSchema } from '@/lib/questions/schemas'
import { answerQuestion } from '@/lib/questions/commands'

/** Answers a question, once. */
export const answer = staffAction(
  'question.answer',
  () => answerSchema,
  async (viewer, { answer: words }, form) => {
    const id = hiddenField(form, '$question')
    if (!isUuid(id)) return refusedForm('not_found')
    const written = await answerQuestion(
      viewer.id,
      visibleStores(viewer.memberships),
      id,
      words,
      new Date(),
    )
    return written.ok
      ? redirect({ href: '/questions?saved=1', locale: await getLocale() })
      : refusedBy(written.refusal)
  },
)
