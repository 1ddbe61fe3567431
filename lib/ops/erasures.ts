import { eraseAgain } from '@/lib/cancellation/record'
import { addLine, linesIn } from './line-file'

/** One erasure: which request, and when. Nothing personal: the id is of no use without the request. */
export type Erasure = { requestId: string; at: string }

/** The list of erasures, which is kept apart from the database: a line each; one that was cut off is left out. */
export function erasuresIn(file: string): Erasure[] {
  return linesIn(file).flatMap((line) => {
    const [at, requestId] = line.split(' ')
    return at && requestId && /^[0-9a-f-]{36}$/.test(requestId) ? [{ at, requestId }] : []
  })
}

/** Puts an erasure on the list, on the disk before it counts as done; one that is there already is not put there again. */
export function keepErasure(file: string, { requestId, at }: Erasure) {
  if (erasuresIn(file).some((kept) => kept.requestId === requestId)) return
  addLine(file, `${at} ${requestId}`)
}

/** Erases again what a restored backup has brought back; gives how many. */
export async function applyErasures(file: string, now: Date): Promise<number> {
  let count = 0
  for (const { requestId } of erasuresIn(file)) if (await eraseAgain(requestId, now)) count += 1
  return count
}
