/** What can be guessed, and how often it may be tried: points in seconds, for all processes together. */
export const tryLimits = {
  status_address: { points: 30, duration: 600 },
  status_reference: { points: 10, duration: 3600 },
  status_all: { points: 2000, duration: 600 },
  code_sent: { points: 3, duration: 900 },
  verify_address: { points: 120, duration: 600 },
  question_address: { points: 10, duration: 3600 },
  api_address: { points: 60, duration: 60 },
  sign_in_address: { points: 50, duration: 900 },
  sign_in_account: { points: 10, duration: 900 },
  passkey_address: { points: 60, duration: 600 },
  second_factor: { points: 5, duration: 900 },
} as const
export type TryLimit = keyof typeof tryLimits
/** A limit and whose tries are counted by it. */
export type Counted = readonly [TryLimit, string]
