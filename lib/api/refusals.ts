import type { Refusal } from '@/lib/result'
import { faultsByPath } from './faults'
import { type Problem, type ProblemCode, problem, problemStatus } from './problem'

const known = (code: string): code is ProblemCode => Object.hasOwn(problemStatus, code)

/** What the writer refused, as a problem. */
export function refusedAs({ code, unmet, reference, errors }: Refusal): Problem {
  if (unmet?.includes('no_live_request'))
    return problem('live_request', { unmet, ...(reference && { reference }) })
  if (code === 'invalid') return problem('invalid', { faults: faultsByPath(errors ?? {}) })
  return problem(known(code) ? code : 'wrong_state', unmet ? { unmet } : {})
}
