/** The kinds of notices to customers; each has its own text. */
export const noticeKinds = [
  'recorded',
  'submitted',
  'call_expected',
  'call_missed',
  'call_ended',
  'needs_info',
  'taken_back',
  'approved',
  'promise_changed',
  'pre_cancelled',
  'completed',
  'rejected',
  'withdrawn',
  'lapse_reminder',
  'lapsed',
  'day_come',
  'aftercare_reminder',
  'answer',
  'one_time_code',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const isNoticeKind = (word: string): word is NoticeKind =>
  (noticeKinds as readonly string[]).includes(word)

const everywhere = ['reference', 'number', 'store', 'link'] as const
const ofKind = {
  recorded: [],
  submitted: ['day'],
  call_expected: ['carrier', 'phone', 'when'],
  call_missed: ['carrier', 'phone', 'missed'],
  call_ended: ['carrier'],
  needs_info: ['missing'],
  taken_back: [],
  approved: ['day'],
  promise_changed: ['day'],
  pre_cancelled: ['day'],
  completed: ['receipt'],
  rejected: ['words'],
  withdrawn: [],
  lapse_reminder: ['day', 'waits'],
  lapsed: [],
  day_come: ['day'],
  aftercare_reminder: [],
  answer: ['words'],
  one_time_code: ['code', 'minutes'],
} as const satisfies Record<NoticeKind, readonly string[]>

/** A placeholder in a text, filled from the request: `{day}`. */
export type Placeholder = (typeof everywhere)[number] | (typeof ofKind)[NoticeKind][number]

/**
 * The placeholders allowed in a kind of notice. A one-time code is sent without any detail of the
 * request.
 */
export const placeholdersOf = (kind: NoticeKind): readonly Placeholder[] =>
  kind === 'one_time_code' ? ofKind[kind] : [...everywhere, ...ofKind[kind]]

const needed: Partial<Record<NoticeKind, Placeholder>> = {
  needs_info: 'missing',
  rejected: 'words',
  lapse_reminder: 'day',
  answer: 'words',
  one_time_code: 'code',
}

/** The placeholder that a kind of notice requires. */
export const placeholderNeeded = (kind: NoticeKind): Placeholder | undefined => needed[kind]
