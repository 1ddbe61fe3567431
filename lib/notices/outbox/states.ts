/**
 * Where a notice is: `kept` has no gateway, `skipped` had nobody to go to, `waiting` is tried
 * again, `dead` was given up.
 */
export const noticeStates = [
  'queued',
  'sending',
  'sent',
  'waiting',
  'kept',
  'skipped',
  'dead',
] as const
export type NoticeState = (typeof noticeStates)[number]

/**
 * Tries after which a notice is given up: about an hour and a half, by the queue's growing pauses.
 */
export const mostTries = 8
