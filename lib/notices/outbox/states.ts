/**
 * The state of a notice: `kept` has no gateway, `skipped` had no recipient, `waiting` will be
 * retried, `dead` was given up.
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

/** Attempts before a notice is given up: about an hour and a half with the queue's back-off. */
export const mostTries = 8
