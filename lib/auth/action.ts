import 'server-only'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import type { z } from 'zod'
import { forgetDraft } from '@/lib/drafts/commands'
import { errorsOf } from '@/lib/forms/errors-of'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { readForm } from '@/lib/forms/read-form'
import { sentOnce } from '@/lib/sends/commands'
import { type Permission, may } from '@/lib/domain/permissions'
import { takingForm } from './taking-form'
import { answered } from './unforeseen'
import { type Viewer, currentViewer } from './viewer'

type Work<T> = (viewer: Viewer, input: T, form: FormData) => Promise<FormState>
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

/** Marks what went through a guard; a test asks every export of every actions.ts for it. */
export const guardMark = Symbol.for('desk.guarded')

/**
 * Forgets the draft of a form that was taken: it answered with a yes, or led on to another page.
 */
async function sentBy(
  viewer: Viewer,
  form: FormData,
  work: () => Promise<FormState>,
): Promise<FormState> {
  const place = hiddenField(form, '$draft')
  const forget = async () => void (place && (await forgetDraft(viewer.id, place)))
  try {
    const state = await work()
    if (state.status === 'done') await forget()
    return state
  } catch (error) {
    if (isRedirectError(error)) await forget()
    throw error
  }
}

/**
 * The guard of a desk action: the permission first, then the schema, then the work. The schema may
 * depend on the day, so it is asked for at each call.
 */
export function staffAction<T>(
  permission: Permission,
  schema: () => z.ZodType<T>,
  work: Work<T>,
): FormAction {
  const action = takingForm(refusedForm('form_malformed'), (form) =>
    answered(async () => {
      const viewer = await currentViewer()
      if (!viewer) return refusedForm('signed_out')
      if (!may(viewer.memberships, permission))
        return refusedForm(viewer.suspendedReason ? 'role_asleep' : 'not_yours')
      const read = readForm(form)
      if (!read.ok) return refusedBy(read.refusal)
      const parsed = schema().safeParse(read.value)
      if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error) }
      return sentBy(viewer, form, () => sentOnce(form, () => work(viewer, parsed.data, form)))
    }),
  )
  return Object.assign(action, { [guardMark]: permission })
}
