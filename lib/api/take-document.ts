import { type Actor, addDocument } from '@/lib/writer'
import type { DocumentPlace } from '@/lib/cancellation/rules/documents'
import { documentHome } from '@/lib/cancellation/queries/documents'
import { remakeDocument } from '@/lib/documents/remake'

/**
 * Makes a photo or PDF anew and keeps it with the request, under `id`; the code of a refusal, or
 * null.
 */
export async function takeDocument(
  by: Actor,
  reference: string,
  place: DocumentPlace,
  id: string,
  sent: Uint8Array,
  now: Date,
): Promise<string | null> {
  const home = await documentHome(by, reference, place, now)
  if (!home.ok) return home.refusal.code
  const remade = await remakeDocument(sent, { store: home.value.storeName, day: home.value.day })
  if (!remade.ok) return remade.refusal.code
  const kept = await addDocument({
    actor: by,
    reference,
    document: { ...place, id, pages: remade.value },
    now,
  })
  return kept.ok ? null : kept.refusal.code
}
