import type { RequestRecord } from './facts'
import type { Personal } from './particulars'

/** What the carrier called a submission, noted with this step; null where there is none, or it was erased. */
export function carrierReferenceOf(
  record: Pick<RequestRecord, 'steps'> | undefined, personal: Personal | null | undefined, step: string,
): string | null {
  const plain = record?.steps[step]?.outcome.carrierReference
  return typeof plain === 'string' ? plain : null
}
