import 'server-only'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import type { z } from 'zod'
import { forgetDraft } from '@/lib/drafts/commands'
import { errorsOf } from '@/lib/forms/errors-of'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { readForm } from '@/lib/forms/read-form'
import { submitOnce } from '@/lib/form-submissions/commands'
import { type Permission, may } from '@/lib/domain/permissions'
import { takingForm } from './taking-form'
import { catchUnexpected } from './unexpected-errors'
import { type Viewer, currentViewer } from './viewer'

type Work<T> = (viewer: Viewer, input: T, form: FormData) => Promise<FormState>
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

/** Marks guarded functions; a test checks every export of every actions.ts for it. */
export const guardMark = Symbol.for('desk.guarded')

/** Discards the draft of a form that was accepted, i.e. that returned a success or redirected. */
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
 * Guards a staff action: checks the permission, then the schema, then runs the work. The schema is
 * a function because it may depend on the current day.
 */
export function staffAction<T>(
  permission: Permission,
  schema: () => z.ZodType<T>,
  work: Work<T>,
): FormAction {
  const action = takingForm(refusedForm('form_malformed'), (form) =>
    catchUnexpected(async () => {
      const viewer = await currentViewer()
      if (!viewer) return refusedForm('signed_out')
      if (!may(viewer.memberships, permission))
        return refusedForm(viewer.suspendedReason ? 'role_asleep' : 'not_yours')
      const read = readForm(form)
      if (!read.ok) return refusedBy(read.refusal)
      const parsed = schema().safeParse(read.value)
      if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error) }
      return sentBy(viewer, form, () => submitOnce(form, () => work(viewer, parsed.data, form)))
    }),
  )
  return Object.assign(action, { [guardMark]: permission })
}
