import { type Refusal, type Result, refused } from '@/lib/result'

// A photo of 64 million pixels takes some 250 MB while it is made anew, a PDF of ten pages 160 MB.
const atOnce = 2
/**
 * Files that wait for their turn, 20 MB each at most; whoever comes beyond them is told to come
 * again.
 */
const mostWaiting = 4
/** Seconds after which a file that found no room may come again: what one takes, and some. */
export const secondsUntilRoom = 5

export type Busy = Refusal<'busy'>

// One for the process: Next may load this module once for each of several routes.
type Line = { working: number; waiting: (() => void)[] }
const holder = globalThis as { deskPictures?: Line }
const line = (): Line => (holder.deskPictures ??= { working: 0, waiting: [] })

/** Whether a file would be refused now: ask before a large body is read into memory. */
export const pictureLineIsFull = () => line().waiting.length >= mostWaiting

/**
 * Makes a picture or the pages of a PDF anew when its turn comes; `busy` when too many wait
 * already.
 */
export async function fewAtATime<T, R>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | Busy>> {
  const here = line()
  if (here.working >= atOnce) {
    if (pictureLineIsFull()) return refused({ code: 'busy' })
    // Its place is handed over by whoever ends, so that nobody who comes meanwhile takes it.
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
