import { eraseAgain } from '@/lib/writer'
import { eraseQuestionAgain } from '@/lib/questions/erasure/commands'
import { addLine, linesIn } from './line-file'

/**
 * An erasure: the request, or the question without a request, and when. The id is not personal
 * without its row.
 */
export type Erasure = ({ requestId: string } | { questionId: string }) & { at: string }

/**
 * The list of erasures, kept apart from the database, one per line; a truncated last line is
 * skipped.
 */
export function erasuresIn(file: string): Erasure[] {
  return linesIn(file).flatMap((line) => {
    const [at, id, of] = line.split(' ')
    if (!at || !id || !/^[0-9a-f-]{36}$/.test(id)) return []
    return [of === 'question' ? { at, questionId: id } : { at, requestId: id }]
  })
}

/** Appends an erasure, synced to disk; one already listed is skipped. */
export function keepErasure(file: string, erasure: Erasure) {
  if (erasuresIn(file).some((kept) => nameOf(kept) === nameOf(erasure))) return
  addLine(file, `${erasure.at} ${nameOf(erasure)}`)
}

const nameOf = (erasure: Erasure) =>
  'questionId' in erasure ? `${erasure.questionId} question` : erasure.requestId

/** Repeats the erasures that a restored backup undid; returns how many. */
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
