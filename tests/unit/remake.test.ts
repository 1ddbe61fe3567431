import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { remakeDocument } from '@/lib/documents/remake'
import { pdf, photo, plainPhoto } from '../factories/files'

const mark = { store: '演示营业厅', day: '2026-03-10' }
const script = Buffer.from('<script>alert(1)</script><html>')
const outcome = async (sent: Uint8Array) => {
  const remade = await remakeDocument(sent, mark)
  return remade.ok ? `pages ${remade.value.length}` : remade.refusal.code
}
const colour = { create: { width: 30, height: 20, channels: 3, background: '#888888' } } as const
/** The first bytes of a HEIC photo as an iPhone keeps it: a box that names its brand. */
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic'),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from('heicmif1'),
  Buffer.alloc(400, 1),
])

describe('files that are not what they say', () => {
  it.each([
    ['an AVIF photo', () => sharp(colour).avif().toBuffer(), 'document_kind'],
    ['a HEIC photo', async () => heic, 'document_kind'],
    [
      'a GIF that is a script too',
      async () => Buffer.from('GIF89a/*....*/=1;alert(1)//'),
      'document_kind',
    ],
    ['a TIFF', () => sharp(colour).tiff().toBuffer(), 'document_kind'],
    [
      'a zip',
      async () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]),
      'document_kind',
    ],
    [
      "a ZIP with a PDF's head far inside",
      async () =>
        Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2000), Buffer.from('%PDF-1.7')]),
      'document_kind',
    ],
  ] as [string, () => Promise<Buffer>, string][])('%s is refused', async (_, make, code) =>
    expect(await outcome(await make())).toBe(code),
  )

  it.each([
    [
      'a PNG with a page behind its end',
      async () => Buffer.concat([await plainPhoto(40, 30), script]),
    ],
    [
      'a JPEG with a page behind its end',
      async () => Buffer.concat([await sharp(colour).jpeg().toBuffer(), script]),
    ],
    [
      'a JPEG with a script in its comment',
      () =>
        sharp(colour)
          .jpeg()
          .withExif({ IFD0: { ImageDescription: script.toString() } })
          .toBuffer(),
    ],
    ['a photo that says where it was taken', () => photo(60, 40)],
    ['a PDF with a page before its head', async () => Buffer.concat([script, await pdf(1)])],
  ] as [string, () => Promise<Buffer>][])(
    'of %s its pixels are left, and nothing else',
    async (_, make) => {
      const remade = await remakeDocument(await make(), mark)
      const [page] = remade.ok ? remade.value : []
      const bytes = Buffer.from(page ?? [])
      const { format, exif } = await sharp(bytes).metadata()
      expect({ format, exif }).toEqual({ format: 'webp', exif: undefined })
      for (const left of ['<script>', '<html>', 'GPS', 'PhoneMaker'])
        expect(bytes.includes(left), left).toBe(false)
    },
  )
})
