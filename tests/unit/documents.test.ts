import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { remakeDocument } from '@/lib/documents/remake'
import { pdf, photo, plainPhoto } from '../factories/files'

const mark = { store: '测试 <营业厅> & Co', day: '2026-03-10' }
const remade = async (sent: Uint8Array) => {
  const result = await remakeDocument(sent, mark)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const refusal = async (sent: Uint8Array) => {
  const result = await remakeDocument(sent, mark)
  return result.ok ? 'kept' : result.refusal.code
}

describe('a copy of a document', () => {
  it('is made anew: no maker, no place, at most 2000 pixels', async () => {
    const sent = await photo(3000, 1000)
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('PhoneMaker')
    const [page] = await remade(sent)
    const { exif, format, width } = await sharp(page).metadata()
    expect({ exif, format, width }).toEqual({ exif: undefined, format: 'webp', width: 2000 })
  })

  it('bears the watermark in every part of it', async () => {
    const [page] = await remade(await plainPhoto(1600, 1200))
    const side = 400
    for (let left = 0; left < 1600; left += side)
      for (let top = 0; top < 1200; top += side) {
        const part = await sharp(page).extract({ left, top, width: side, height: side }).toBuffer()
        const { channels } = await sharp(part).stats()
        expect(channels[1]?.min, `at ${left}, ${top}`).toBeLessThan(190)
      }
  })

  it('is turned as the camera was held', async () => {
    const [page] = await remade(
      await sharp(await plainPhoto(600, 200))
        .jpeg()
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    )
    const { width, height } = await sharp(page).metadata()
    expect([width, height]).toEqual([200, 600])
  })

  it('may be very small', async () =>
    expect(await remade(await plainPhoto(20, 10))).toHaveLength(1))

  it('of a PDF is its pages, ten at most', async () => {
    const pages = await remade(await pdf(3))
    expect(pages).toHaveLength(3)
    expect((await sharp(pages[0]).metadata()).height).toBeGreaterThan(1500)
    expect(await refusal(await pdf(11))).toBe('document_too_many_pages')
  })

  it.each([
    [
      "an executable with a photo's name",
      async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)]),
      'document_kind',
    ],
    [
      'a drawing with scripts',
      async () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
        ),
      'document_kind',
    ],
    ['a web page', async () => Buffer.from('<!doctype html><p>hello'), 'document_kind'],
    ['nothing', async () => Buffer.alloc(0), 'document_kind'],
    [
      'half a photo',
      async () => (await photo(800, 600)).subarray(0, 90_000),
      'document_unreadable',
    ],
    ['a bomb of 81 million pixels', async () => plainPhoto(9000, 9000), 'document_too_detailed'],
    ['half a PDF', async () => (await pdf(2)).subarray(0, 500), 'document_unreadable'],
    ['a PDF in name alone', async () => Buffer.from('%PDF-1.7 and no more'), 'document_unreadable'],
    ['a PDF with a password', async () => pdf(1, 'secret'), 'document_locked'],
  ])('is refused of %s', async (_, sent, code) => expect(await refusal(await sent())).toBe(code))
})
