import { randomBytes } from 'node:crypto'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

/**
 * A photo as a phone takes it, with the place in its metadata; noise, so that it is large. Bytes:
 * about width × height × 1.2.
 */
export const photo = (width = 1200, height = 900) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .withExif({
      IFD0: { Make: 'PhoneMaker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
    })
    .toBuffer()

/** A photo of one colour. */
export const plainPhoto = (width: number, height: number, background = '#ffffff') =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** A PDF with so many pages; `password` locks it. */
export async function pdf(pages: number, password?: string): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    ...(password && { userPassword: password, pdfVersion: '1.7' }),
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (let page = 1; page <= pages; page += 1) document.addPage().fontSize(40).text(`page ${page}`)
  document.end()
  await ended
  return Buffer.concat(parts)
}
