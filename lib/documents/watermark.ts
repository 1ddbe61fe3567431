import { join } from 'node:path'
import sharp from 'sharp'

/** The watermark of a stored copy (L2): the store and the day. */
export type Mark = { store: string; day: string }

const clear = { r: 0, g: 0, b: 0, alpha: 0 }
const font = () =>
  join(
    process.cwd(),
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
// The store's name is typed by an administrator, and Pango parses markup.
const plain = (text: string) => text.replace(/[<>&]/g, '')

/**
 * A watermark tile for a picture of this size in pixels; tiled over all of it, so that no part can
 * be cropped clean.
 */
export async function watermarkTile(
  { store, day }: Mark,
  width: number,
  height: number,
): Promise<Buffer> {
  const size = Math.max(10, Math.round(width / 60))
  const text =
    `<span foreground="#b00020" alpha="38%">仅供销户审核 · ${plain(store)} · ${day}\nFor cancelling a ` +
    'number only</span>'
  const words = await sharp({
    text: { text, font: `Noto Sans SC ${size}`, fontfile: font(), rgba: true },
  })
    .png()
    .toBuffer()
  const slanted = await sharp(words)
    .extend({ top: size, bottom: size, left: size * 2, right: size * 2, background: clear })
    .rotate(-24, { background: clear })
    .png()
    .toBuffer()
  // sharp rejects a tile larger than the picture.
  return sharp(slanted)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
}
