/** The sections of a guide that have rows. */
export const sections = ['reasons', 'materials', 'steps', 'aftercare'] as const
export type GuideSection = (typeof sections)[number]
