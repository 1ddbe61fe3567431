import sharp from 'sharp'
import { type Busy, withPictureSlot } from '@/lib/photos/picture-queue'
import { isPhoto } from '@/lib/photos/signature'
import { type Result, done, refused } from '@/lib/result'

const widest = 1600
/** Maximum decoded size in pixels: a small file can decode to an enormous image. */
const maxPixels = 50_000_000

export type Remade = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }

/**
 * Re-encodes a picture from its pixels, at most 1600 px wide: no metadata (location, camera) or
 * script survives. The format is detected from the content. Concurrency is limited.
 */
export const remakePicture = (
  sent: Uint8Array,
): Promise<Result<Remade, { code: 'picture_unreadable' } | Busy>> =>
  withPictureSlot(() => remade(sent))

async function remade(sent: Uint8Array): Promise<Result<Remade, { code: 'picture_unreadable' }>> {
  if (!isPhoto(sent)) return refused({ code: 'picture_unreadable' })
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: maxPixels, failOn: 'error' })
      .rotate()
      .resize({ width: widest, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return done({ bytes: new Uint8Array(data), width: info.width, height: info.height })
  } catch {
    return refused({ code: 'picture_unreadable' })
  }
}
