import { type Transaction, database, transaction } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { personHashes } from '@/lib/db/person-hashes'
import { queueJob } from '@/lib/db/queue'
import { unsealJson } from '@/lib/db/sealing'
import { questionPlace } from '../queries'
import type { QuestionWords } from '../schemas'

type Hashes = readonly Uint8Array<ArrayBuffer>[]

// Whose key is gone says nothing any more; that something was asked, and answered when, stays for
// the figures.
async function destroy(tx: Transaction, ids: readonly string[], now: Date): Promise<number> {
  const gone = {
    where: { id: { in: [...ids] } },
    data: { key: null, sealed: new Uint8Array(), persons: [] },
  }
  const { count } = await tx.question.updateMany(gone)
  for (const questionId of ids) {
    const noted = { questionId, at: now.toISOString() }
    await queueJob(tx, 'keep_erasure', noted, { key: `erasure question ${questionId}` })
  }
  return count
}

/**
 * Destroys what was asked without a request by one of these persons: their number, contact or
 * reference stands in it. Each is put on the list of erasures. Gives how many.
 */
export async function eraseQuestionsOf(
  tx: Transaction,
  persons: Hashes,
  now: Date,
): Promise<number> {
  await hashOlder(tx)
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from question where request_id is null and key is not null
      and persons && ${[...persons]}::bytea[]
    for update`
  return destroy(
    tx,
    found.map(({ id }) => id),
    now,
  )
}

/**
 * Destroys one question, by the number that its asker was given; false where there is none to open.
 */
export const eraseQuestion = (number: string, now: Date): Promise<boolean> =>
  transaction(async (tx) => {
    const row = await tx.question.findFirst({
      where: { number, key: { not: null } },
      select: { id: true },
    })
    return row !== null && (await destroy(tx, [row.id], now)) > 0
  })

/**
 * Destroys again what a restored backup brought back; false where it is gone, or there is no such
 * question.
 */
export const eraseQuestionAgain = (id: string, now: Date): Promise<boolean> =>
  transaction(async (tx) => {
    const row = await tx.question.findFirst({
      where: { id, key: { not: null } },
      select: { id: true },
    })
    return row !== null && (await destroy(tx, [row.id], now)) > 0
  })

/**
 * Destroys what was asked without a request and was answered before this moment: its contact and
 * words are kept as long as full numbers (L1). Gives how many.
 */
export const purgeQuestions = async (answeredBefore: Date): Promise<number> =>
  (
    await database().question.updateMany({
      where: { requestId: null, key: { not: null }, answeredAt: { lt: answeredBefore } },
      data: { key: null, sealed: new Uint8Array(), persons: [] },
    })
  ).count

/** What was asked before hashes were kept gets its own, once. */
async function hashOlder(tx: Transaction) {
  const older = await tx.$queryRaw<{ id: string; key: Uint8Array; sealed: Uint8Array }[]>`
    select id, key, sealed from question
    where request_id is null and key is not null and persons is null for update`
  for (const { id, key, sealed } of older) {
    const said = unsealJson(keyService().unwrap(questionPlace(id), key), questionPlace(id), sealed)
    await tx.question.update({
      where: { id },
      data: { persons: await hashesOf(said as QuestionWords, tx) },
    })
  }
}

const hashesOf = ({ words, quoted = '', contact = '' }: QuestionWords, tx: Transaction) =>
  personHashes([words, quoted, contact], tx)
