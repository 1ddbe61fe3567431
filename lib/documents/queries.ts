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
  const key = stored && (await photoKey(stored.requestId))
  if (!stored || !key) return null
  const pages = await database().documentPage.findMany({
    where: { documentId: id },
    orderBy: { page: 'asc' },
  })
  return pages.map(({ page, sealed }) => unseal(key, pagePlace(stored.requestId, id, page), sealed))
}
