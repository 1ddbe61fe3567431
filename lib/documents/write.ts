import { photoKey, storedDocument } from '@/lib/cancellation/queries/documents'
import type { By } from '@/lib/cancellation/by'
import { pagePlace } from '@/lib/cancellation/planes'
import { audit } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { unseal } from '@/lib/db/sealing'
import type { DocumentReason } from './reasons'

/** Opens a stored copy for somebody's eyes: its pages as WebP. That it was, by whom and why stands in the audit (L2); null when there is none to see. */
export async function viewDocument(by: Extract<By, { kind: 'account' }>, reference: string, id: string, reason: DocumentReason, now: Date): Promise<Buffer[] | null> {
  const stored = await storedDocument(by, reference, id)
  const key = stored && (await photoKey(stored.requestId))
  if (!stored || !key) return null
  return transaction(async (tx) => {
    await audit(tx, { by: by.id, what: 'document.view', subject: reference, before: null, after: { document: id, reason } }, now)
    const pages = await tx.documentPage.findMany({ where: { documentId: id }, orderBy: { page: 'asc' } })
    return pages.map(({ page, sealed }) => unseal(key, pagePlace(stored.requestId, id, page), sealed))
  })
}
