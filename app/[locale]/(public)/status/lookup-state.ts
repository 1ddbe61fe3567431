import type { LookUp } from '@/lib/cancellation/queries/look-up'

type Refused = Exclude<LookUp['answer'], 'opens'>

/** What was typed, kept, and what is said of it; `minutes`: to wait after too many tries. */
export type LookupState = {
  reference: string
  secret: string
  answer: Refused | 'typo' | 'secretNeeded' | null
  minutes?: number
}
