import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { eraseAgain } from '@/lib/cancellation/record'

/** One erasure: which request, and when. Nothing personal: the id is of no use without the request. */
export type Erasure = { requestId: string; at: string }

/** The list of erasures, which is kept apart from the database: a line each. A line that was cut off when the machine stopped is left out. */
export function erasuresIn(file: string): Erasure[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.flatMap((line) => {
    const [at, requestId] = line.split(' ')
    return at && requestId && /^[0-9a-f-]{36}$/.test(requestId) ? [{ at, requestId }] : []
  })
}

/** Puts an erasure on the list, on the disk before it counts as done; one that is there already is not put there again. */
export function keepErasure(file: string, { requestId, at }: Erasure) {
  if (erasuresIn(file).some((kept) => kept.requestId === requestId)) return
  const handle = openSync(file, 'a', 0o600)
  writeSync(handle, `${at} ${requestId}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

/** Erases again what a restored backup has brought back; gives how many. */
export async function applyErasures(file: string, now: Date): Promise<number> {
  let count = 0
  for (const { requestId } of erasuresIn(file)) if (await eraseAgain(requestId, now)) count += 1
  return count
}
