import type { Policy } from './situation'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Channel, Relation } from '@/lib/domain/coded-values'
import type { DemandName } from './workflow'

/** What staff ask before taking any document. */
export type CounterAnswers = {
  relation: Relation
  keepNumber: boolean
  openObligations: readonly string[]
  channel: Channel
  /** The document by which the holder is identified; null while it is not known. */
  document: DocumentType | null
  /** The card is lost or the number suspended: nothing online can verify it (P16). */
  numberSilent: boolean
}

/** Whether the carrier takes the holder's document (P17); one that is not known yet is no fault. */
export const documentCounts = (
  { documents }: Pick<Policy, 'documents'>,
  document: DocumentType | null,
): boolean => !document || documents === null || documents.includes(document)

export type WhyNot = DemandName | 'number_alive'
export type Verdict = { can: boolean; because: WhyNot[] }

/**
 * Which demands already prevent recording the request today; demands about documents come later.
 */
export function counterCheck(
  policy: Pick<Policy, 'offered' | 'carrierServed' | 'storeServes' | 'applicants' | 'documents'>,
  { relation, keepNumber, openObligations, channel, document, numberSilent }: CounterAnswers,
): Verdict {
  const unmet: [WhyNot, boolean][] = [
    ['number_not_kept', keepNumber],
    ['channel_offered', !policy.offered],
    ['carrier_served', !policy.carrierServed],
    ['store_serves', !policy.storeServes],
    ['applicant_allowed', relation !== 'self' && !policy.applicants.includes(relation)],
    ['document_accepted', !documentCounts(policy, document)],
    ['number_alive', channel === 'online' && numberSilent],
    ['obligations_clear', openObligations.length > 0],
  ]
  const because = unmet.flatMap(([name, holds]) => (holds ? [name] : []))
  return { can: because.length === 0, because }
}
