/** What was typed, kept, and what is said of it; `minutes`: to wait after too many tries. */
export type LookupState = { reference: string; secret: string; answer: 'typo' | 'secretNeeded' | 'nothing' | 'tooMany' | null; minutes?: number }
