/**
 * What can be wrong with a call, with its HTTP status. The names are stable: callers tell problems
 * apart by them.
 */
export const problemStatus = {
  not_json: 400,
  unauthorized: 401,
  not_yours: 403,
  not_found: 404,
  live_request: 409,
  in_progress: 409,
  stale: 412,
  too_large: 413,
  media_type: 415,
  invalid: 422,
  unmet: 422,
  wrong_state: 422,
  ended: 422,
  unknown_step: 422,
  nothing_owed: 422,
  document_refused: 422,
  key_reused: 422,
  version_needed: 428,
  too_many: 429,
  failed: 500,
  busy: 503,
} as const
export type ProblemCode = keyof typeof problemStatus

export const problemType = (code: ProblemCode) => `urn:cancellation-desk:problem:${code}`

/** A fault at a place of the body (RFC 6901) or of the query. */
export type Fault = { pointer: string; code: string }

/** A no of the API; words are added at the edge, in the caller's language. */
export type Problem = {
  problem: ProblemCode
  unmet?: readonly string[]
  reference?: string
  faults?: readonly Fault[]
  retryAfter?: number
}

export const problem = (code: ProblemCode, more: Omit<Problem, 'problem'> = {}): Problem => ({
  problem: code,
  ...more,
})
export const isProblem = (answer: object): answer is Problem => 'problem' in answer
