import type { StepKind } from '@/lib/guide/kinds'
import type { ContactProof, Particulars, Promises, Receipt, StoredDocument } from './facts'
import type { Rating, RefundState } from './words'

/** What an event's facts may hold, by what it does; the writer puts them there, replay reads them back. */
export type EventFacts = {
  id?: string
  reference?: string
  particulars?: Particulars
  /** Steps whose notes rested on what `amend` changed. */
  undone?: string[]
  step?: string
  kind?: StepKind
  outcome?: Record<string, unknown>
  reason?: string
  promises?: Partial<Promises>
  pausedOn?: string | null
  preCancelled?: { on: string; reinstateUntil: string }
  confirmedOn?: string
  receipt?: Receipt
  asked?: { step: string }[]
  customerWaiting?: boolean
  store?: string
  /** Transferred without its slip: the old one is void. */
  slipReplaced?: true
  assignee?: string | null
  refund?: RefundState
  /** Approved by one whose hands had touched it. */
  override?: boolean
  /** The bag that a card goes into, or is destroyed in. */
  bag?: string | null
  /** Moved to this revision of the guide: where each note went, and which steps are new. */
  revisionId?: string
  carried?: Record<string, string | null>
  added?: string[]
  how?: ContactProof
  /** An amendment changed the contact: it has to be made sure of anew. */
  contactChanged?: boolean
  rating?: Rating
  /** The copy of a document that came, or that was taken away. */
  dropped?: string
  /** The copy that somebody looked at. */
  viewed?: string
  document?: Pick<StoredDocument, 'id' | 'step' | 'material' | 'pages'>
  /** The promise that has passed, or the obligation's day that has come. */
  day?: string
}
