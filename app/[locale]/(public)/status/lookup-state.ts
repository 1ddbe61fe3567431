/** What was typed, kept, and what is said of it. */
export type LookupState = { reference: string; secret: string; answer: 'typo' | 'secretNeeded' | 'nothing' | null }
