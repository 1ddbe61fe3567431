import 'server-only'
import { guardMark } from './action'
import { takingForm } from './taking-form'

const open = { [guardMark]: 'public' }

/**
 * The mark of an action that anyone may call: said on purpose, so that no door is open by accident.
 * It takes nothing, whatever it is sent.
 */
export const publicAction = <T>(work: () => Promise<T>) => Object.assign(() => work(), open)

/** The same of one that takes a form; `malformed` answers whatever is none. */
export const publicForm = <T>(malformed: T, work: (form: FormData) => Promise<T>) =>
  Object.assign(takingForm(malformed, work), open)
