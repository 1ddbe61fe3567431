import { eraseAgain } from '@/lib/writer'
import { eraseQuestionAgain } from '@/lib/questions/erasure/commands'
import { addLine, linesIn } from './line-file'

/**
 * One erasure: which request, or which question that belonged to none, and when. Nothing personal:
 * the id says nothing to who has not the row.
 */
export type Erasure = ({ requestId: string } | { questionId: string }) & { at: string }

/**
 * The list of erasures, which is kept apart from the database: a line each; one that was cut off is
 * left out.
 */
export function erasuresIn(file: string): Erasure[] {
  return linesIn(file).flatMap((line) => {
    const [at, id, of] = line.split(' ')
    if (!at || !id || !/^[0-9a-f-]{36}$/.test(id)) return []
    return [of === 'question' ? { at, questionId: id } : { at, requestId: id }]
  })
}

/**
 * Puts an erasure on the list, on the disk before it counts as done; one that is there already is
 * not put there again.
 */
export function keepErasure(file: string, erasure: Erasure) {
  if (erasuresIn(file).some((kept) => nameOf(kept) === nameOf(erasure))) return
  addLine(file, `${erasure.at} ${nameOf(erasure)}`)
}

const nameOf = (erasure: Erasure) =>
  'questionId' in erasure ? `${erasure.questionId} question` : erasure.requestId

/** Erases again what a restored backup has brought back; gives how many. */
export async function applyErasures(file: string, now: Date): Promise<number> {
  let count = 0
  for (const erasure of erasuresIn(file)) {
    const done = await ('questionId' in erasure
      ? eraseQuestionAgain(erasure.questionId, now)
      : eraseAgain(erasure.requestId, now))
    if (done) count += 1
  }
  return count
}
