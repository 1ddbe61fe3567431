import { photoKey, storedDocument } from '@/lib/cancellation/queries/documents'
import type { Actor } from '@/lib/cancellation/rules/actor'
import { pagePlace } from '@/lib/cancellation/crypto/encrypted-fields'
import { database } from '@/lib/db/client'
import { unseal } from '@/lib/db/sealing'

/**
 * The decrypted pages of a copy, as WebP; null when there is none. The caller has recorded the look
 * (L2).
 */
export async function pagesOf(by: Actor, reference: string, id: string): Promise<Buffer[] | null> {
  const stored = await storedDocument(by, reference, id)
  return stored && pagesOfCopy(stored.requestId, id)
}

/** The same by the request's id, for who has access to the request already. */
export async function pagesOfCopy(requestId: string, id: string): Promise<Buffer[] | null> {
  const key = await photoKey(requestId)
  if (!key) return null
  const pages = await database().documentPage.findMany({
    where: { documentId: id },
    orderBy: { page: 'asc' },
  })
  return pages.map(({ page, sealed }) => unseal(key, pagePlace(requestId, id, page), sealed))
}
