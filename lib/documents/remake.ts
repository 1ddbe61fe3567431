import sharp, { type Sharp } from 'sharp'
import { type Busy, withPictureSlot } from '@/lib/photos/picture-queue'
import { isPhoto } from '@/lib/photos/signature'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { pagesOfPdf } from './pdf/pages'
import { type Mark, watermarkTile } from './watermark'

export type RemakeRefusal = Refusal<
  | 'document_kind'
  | 'document_unreadable'
  | 'document_too_detailed'
  | 'document_too_many_pages'
  | 'document_locked'
>

const longestSide = 2000
/** Maximum decoded size in pixels: a small file can decode to an enormous image. */
const maxPixels = 64_000_000
const patienceSeconds = 20

/**
 * Re-encodes a photo or PDF from its pixels, with the watermark burnt in: no metadata (location,
 * camera) or script survives. The type is detected from the content, whatever the file name says.
 * One WebP per page; concurrency is limited.
 */
export const remakeDocument = (
  sent: Uint8Array,
  mark: Mark,
): Promise<Result<Uint8Array[], RemakeRefusal | Busy>> => withPictureSlot(() => remade(sent, mark))

async function remade(sent: Uint8Array, mark: Mark): Promise<Result<Uint8Array[], RemakeRefusal>> {
  if (isPdf(sent)) {
    const pages = await pagesOfPdf(sent, longestSide)
    if (!pages.ok) return pages
    const kept: Uint8Array[] = []
    // Sequentially: ten pages at once would take ten times the memory.
    for (const { bytes, width, height } of pages.value)
      kept.push(await marked(sharp(bytes, { raw: { width, height, channels: 4 } }), mark))
    return done(kept)
  }
  // Detected from its first bytes, before any decoder reads an untrusted file: only these three
  // formats are decoded.
  if (!isPhoto(sent)) return refused({ code: 'document_kind' })
  try {
    return done([
      await marked(
        sharp(sent, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient(),
        mark,
      ),
    ])
  } catch (error) {
    const { message } = error as Error
    if (message.includes('pixel limit')) return refused({ code: 'document_too_detailed' })
    return refused({ code: 'document_unreadable' })
  }
}

async function marked(picture: Sharp, mark: Mark): Promise<Uint8Array> {
  const { data, info } = await picture
    .timeout({ seconds: patienceSeconds })
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } })
    .composite([{ input: await watermarkTile(mark, width, height), tile: true }])
    .removeAlpha()
    .webp({ quality: 80 })
    .toBuffer()
}

// The standard permits some bytes before the header.
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
