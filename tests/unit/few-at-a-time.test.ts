// Twenty files at once: a few are made anew, a few wait, the rest are told to come again.
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { multipartBody } from '@/lib/api/multipart'
import { remakeDocument } from '@/lib/documents/remake'
import { remakePicture } from '@/lib/guide/pictures/remake'
import { withPictureSlot } from '@/lib/photos/picture-queue'
import { done } from '@/lib/result'
import { POST as takePicture } from '@/app/api/pictures/route'
import { pdf, plainPhoto } from '../factories/files'

vi.mock('@/lib/auth/viewer', () => ({
  currentViewer: async () => ({
    id: '1',
    memberships: [{ role: 'admin', storeId: null, storeCode: null }],
  }),
}))

const at = { once: 0, most: 0 }
const counted =
  <T>(work: () => Promise<T>) =>
  async () => {
    at.once += 1
    at.most = Math.max(at.most, at.once)
    try {
      return await work()
    } finally {
      at.once -= 1
    }
  }

// Each picture ends in one of these two: how many do so at the same time is what is bounded.
const prototype = Object.getPrototypeOf(sharp(Buffer.alloc(1))) as {
  toBuffer(...given: unknown[]): Promise<unknown>
}
const { toBuffer } = prototype
vi.spyOn(prototype, 'toBuffer').mockImplementation(function (this: object, ...given: unknown[]) {
  return counted(() => toBuffer.apply(this, given))()
})

const mark = { store: '演示营业厅', day: '2026-03-10' }

describe('files that come together', () => {
  it('are made anew two at a time; beyond four that wait they are refused as busy', async () => {
    const [photo, paper] = [await plainPhoto(1600, 1200), await pdf(2)]
    at.most = 0
    const all = Array.from({ length: 20 }, (_, place) =>
      place % 3 === 0
        ? remakePicture(photo)
        : remakeDocument(place % 3 === 1 ? photo : paper, mark),
    )
    const codes = (await Promise.all(all)).map((remade) =>
      remade.ok ? 'kept' : remade.refusal.code,
    )
    expect(at.most).toBeLessThanOrEqual(2)
    expect(codes.filter((code) => code === 'kept')).toHaveLength(6)
    expect(codes.filter((code) => code === 'busy')).toHaveLength(14)
  })

  it('are refused before their bodies are read while the queue is full, with the seconds to wait', async () => {
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const works = Array.from({ length: 6 }, () =>
      withPictureSlot(async () => {
        await held
        return done(1)
      }),
    )
    let read = 0
    const sent = (type: string) =>
      new Request('http://desk.test/', {
        method: 'POST',
        body: new ReadableStream(
          {
            pull: (controller) => {
              read += 1
              controller.close()
            },
          },
          { highWaterMark: 0 },
        ),
        headers: { 'content-type': type },
        duplex: 'half',
      } as RequestInit)
    const answer = await takePicture(sent('image/png'))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await answer.json()).toEqual({ fault: 'picture_busy' })
    expect(await multipartBody(sent('multipart/form-data; boundary=x'))).toEqual({
      problem: 'busy',
      retryAfter: 5,
    })
    expect(read).toBe(0)
    go()
    expect(await Promise.all(works)).toHaveLength(6)
  })

  it('are taken again once there is room', async () => {
    const again = await remakePicture(await plainPhoto(100, 100))
    expect(again.ok).toBe(true)
  })
})
