import 'server-only'
import type { z } from 'zod'
import { errorsOf } from '@/lib/forms/errors-of'
import { type FormState, fromForm, refusedForm } from '@/lib/forms/form-state'
import { type Permission, may } from './policy'
import { type Viewer, currentViewer } from './viewer'

type Work<T> = (viewer: Viewer, input: T, form: FormData) => Promise<FormState>
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

/** Marks what went through a guard; a test asks every export of every actions.ts for it. */
export const guardMark = Symbol.for('desk.guarded')

/**
 * The guard of a desk action: the permission first, then the schema, then the work. The schema may depend on the day,
 * so it is asked for at each call.
 */
export function staffAction<T>(permission: Permission, schema: () => z.ZodType<T>, work: Work<T>): FormAction {
  const action: FormAction = async (_, form) => {
    const viewer = await currentViewer()
    if (!viewer) return refusedForm('signed_out')
    if (!may(viewer.memberships, permission)) return refusedForm(viewer.asleep ? 'role_asleep' : 'not_yours')
    const parsed = schema().safeParse(fromForm(form))
    if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error) }
    return work(viewer, parsed.data, form)
  }
  return Object.assign(action, { [guardMark]: permission })
}
