import { type Refusal, type Result, refused } from '@/lib/result'

// Re-encoding a photo of 64 megapixels takes some 250 MB of memory, a PDF of ten pages 160 MB.
const atOnce = 2
/** Length of the queue, at most 20 MB per file; beyond it uploads are refused as busy. */
const maxWaiting = 4
/** `Retry-After` in seconds when the queue is full: slightly more than a file takes. */
export const secondsUntilRoom = 5

export type Busy = Refusal<'busy'>

// Process-wide: Next may load this module once per route.
type Line = { working: number; waiting: (() => void)[] }
const holder = globalThis as { deskPictures?: Line }
const line = (): Line => (holder.deskPictures ??= { working: 0, waiting: [] })

/** Whether a file would be refused now: to be checked before reading a large body into memory. */
export const isPictureQueueFull = () => line().waiting.length >= maxWaiting

/** Re-encodes a picture or PDF when its turn comes; `busy` when the queue is full. */
export async function withPictureSlot<T, R>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | Busy>> {
  const here = line()
  if (here.working >= atOnce) {
    if (isPictureQueueFull()) return refused({ code: 'busy' })
    // The finishing job hands over its slot, so that a newcomer cannot take it.
    await new Promise<void>((turn) => here.waiting.push(turn))
  } else here.working += 1
  try {
    return await work()
  } finally {
    const next = here.waiting.shift()
    if (next) next()
    else here.working -= 1
  }
}
