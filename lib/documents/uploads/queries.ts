import { photoKey } from '@/lib/cancellation/queries/documents'
import { database } from '@/lib/db/client'
import { unseal } from '@/lib/db/sealing'

/** Associated data of an upload part's ciphertext. */
export const partPlace = (uploadId: string, start: number) => `upload|${uploadId}|${start}`

/** A pending upload with its request's reference; null when there is none. */
export async function findUpload(id: string) {
  const upload = await database().upload.findUnique({ where: { id } })
  const request =
    upload &&
    (await database().request.findUnique({
      where: { id: upload.requestId },
      select: { reference: true },
    }))
  return upload && request ? { ...upload, reference: request.reference } : null
}
export type FoundUpload = NonNullable<Awaited<ReturnType<typeof findUpload>>>

/** All bytes of a complete upload; null when the request's photo key is gone. */
export async function bytesOfUpload({ id, requestId }: FoundUpload): Promise<Uint8Array | null> {
  const key = await photoKey(requestId)
  const parts = await database().uploadPart.findMany({
    where: { uploadId: id },
    orderBy: { start: 'asc' },
  })
  return (
    key &&
    Buffer.concat(parts.map(({ start, sealed }) => unseal(key, partPlace(id, start), sealed)))
  )
}
