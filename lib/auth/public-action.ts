import 'server-only'
import { guardMark } from './action'
import { takingForm } from './taking-form'

const open = { [guardMark]: 'public' }

/** Marks an action as deliberately public. It ignores its arguments. */
export const publicAction = <T>(work: () => Promise<T>) => Object.assign(() => work(), open)

/** The same for an action that takes a form; `malformed` is the answer to anything else. */
export const publicForm = <T>(malformed: T, work: (form: FormData) => Promise<T>) =>
  Object.assign(takingForm(malformed, work), open)
