/** Why somebody looks at a copy of a document (L2); asked each time, kept in the audit. */
export const reasonsToView = ['identity', 'review', 'customer_asked', 'complaint'] as const
export type DocumentReason = (typeof reasonsToView)[number]

export const isReasonToView = (value: unknown): value is DocumentReason => (reasonsToView as readonly unknown[]).includes(value)
