import type { LookUp } from '@/lib/cancellation/queries/look-up'

type Refused = Exclude<LookUp['answer'], 'opens'>

/** The input and its answer; `minutes`: the wait after too many attempts. */
export type LookupState = {
  reference: string
  secret: string
  answer: Refused | 'referenceNeeded' | 'typo' | 'secretNeeded' | null
  minutes?: number
}
