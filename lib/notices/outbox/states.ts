/**
 * The state of a notice: `kept` has no gateway, or one that refuses the desk itself (then with its
 * fault), `skipped` had no recipient, `waiting` will be retried, `dead` was given up.
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

/** Why nothing was sent at all; a gateway's own faults are said as they came. */
export const noticeFaults = ['contact_gone', 'number_cancelled', 'holder_died'] as const
export type NoticeFault = (typeof noticeFaults)[number]

export const isNoticeFault = (fault: string): fault is NoticeFault =>
  (noticeFaults as readonly string[]).includes(fault)
