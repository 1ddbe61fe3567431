import { database } from '@/lib/db/client'

/** A picture's bytes (WebP); null when there is none. */
export const pictureBytes = async (id: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  (await database().picture.findUnique({ where: { id }, select: { bytes: true } }))?.bytes ?? null
