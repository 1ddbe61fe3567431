import { join } from 'node:path'
import sharp from 'sharp'

/** What every stored copy says across its face (L2): for which store, what for, and when. */
export type Mark = { store: string; day: string }

const clear = { r: 0, g: 0, b: 0, alpha: 0 }
const font = () =>
  join(
    process.cwd(),
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
// The store's name is typed by an administrator; Pango reads markup.
const plain = (text: string) => text.replace(/[<>&]/g, '')

/**
 * A tile of the watermark for a picture of this size, in pixels; laid over all of it, no part can
 * be cut out clean.
 */
export async function watermarkTile(
  { store, day }: Mark,
  width: number,
  height: number,
): Promise<Buffer> {
  const size = Math.max(10, Math.round(width / 60))
  const text = `<span foreground="#b00020" alpha="38%">仅供销户审核 · ${plain(store)} · ${day}\nFor cancelling a number only</span>`
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
  // A tile may not be larger than what it is laid over.
  return sharp(slanted)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
}
