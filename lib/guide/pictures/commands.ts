import { audit } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import type { Remade } from './remake'

/** Stores a picture for the guide's texts; returns its id. */
export const keepPicture = (
  by: string,
  { bytes, width, height }: Remade,
  now: Date,
): Promise<string> =>
  transaction(async (tx) => {
    const { id } = await tx.picture.create({
      data: { bytes, width, height, addedAt: now, addedBy: by },
      select: { id: true },
    })
    await audit(
      tx,
      {
        by,
        what: 'guide.picture',
        subject: id,
        before: null,
        after: { width, height, bytes: bytes.length },
      },
      now,
    )
    return id
  })
