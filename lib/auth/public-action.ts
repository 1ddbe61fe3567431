import 'server-only'
import { guardMark } from './action'

/** The mark of an action that anyone may call: said on purpose, so that no door is open by accident. */
export const publicAction = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => Object.assign((...args: A) => work(...args), { [guardMark]: 'public' })
