import { sql } from 'kysely'
import type { RequestErasure } from '@/lib/cancellation/rules/change'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { personHashes } from '@/lib/db/person-hashes'
import { queueJob } from '@/lib/db/queue'
import { unsealJson } from '@/lib/db/sealing'
import { type SqlTransaction, anyOf, sqlTransaction } from '@/lib/db/sql'
import { questionPlace } from '../queries'
import type { QuestionWords } from '../schemas'

type Hashes = readonly Uint8Array<ArrayBuffer>[]

// Without its key a question is unreadable; its row stays for the reports.
async function destroy(tx: SqlTransaction, ids: readonly string[], now: Date): Promise<number> {
  const emptied = await tx
    .updateTable('question')
    .set({ key: null, sealed: new Uint8Array(), persons: [] })
    .where('id', '=', anyOf(ids))
    .returning('id')
    .execute()
  for (const questionId of ids) {
    const noted = { questionId, at: now.toISOString() }
    await queueJob(tx, 'keep_erasure', noted, { key: `erasure question ${questionId}` })
  }
  return emptied.length
}

/**
 * Destroys questions without a request that contain one of these persons' number, contact or
 * reference. Each is added to the list of erasures. Returns how many.
 */
export async function eraseQuestionsOf(
  tx: SqlTransaction,
  persons: Hashes,
  now: Date,
): Promise<number> {
  await hashOlder(tx)
  const found = await withoutRequest(tx)
    .where(sql<boolean>`persons && ${[...persons]}::bytea[]`)
    .execute()
  return destroy(
    tx,
    found.map(({ id }) => id),
    now,
  )
}

/**
 * Destroys what the customer of an erased request asked: about the request, and without one by the
 * same person.
 */
export async function eraseQuestionsAbout(
  tx: SqlTransaction,
  { requestId, persons, now }: RequestErasure,
) {
  const gone = { key: null, sealed: new Uint8Array() }
  await tx.updateTable('question').set(gone).where('request_id', '=', requestId).execute()
  await eraseQuestionsOf(tx, persons, now)
}

/** Destroys one question by its number; false when there is none or it was already destroyed. */
export const eraseQuestion = (number: string, now: Date): Promise<boolean> =>
  sqlTransaction(async (tx) => {
    const row = await openable(tx).where('number', '=', number).executeTakeFirst()
    return row !== undefined && (await destroy(tx, [row.id], now)) > 0
  })

/**
 * Destroys a question again after a backup was restored; false when it does not exist or is
 * destroyed.
 */
export const eraseQuestionAgain = (id: string, now: Date): Promise<boolean> =>
  sqlTransaction(async (tx) => {
    const row = await openable(tx).where('id', '=', id).executeTakeFirst()
    return row !== undefined && (await destroy(tx, [row.id], now)) > 0
  })

/**
 * Destroys questions without a request that were answered before this moment: contact and words
 * have the same retention as full numbers (L1). Returns how many.
 */
export const purgeQuestions = async (answeredBefore: Date): Promise<number> =>
  (
    await database().question.updateMany({
      where: { requestId: null, key: { not: null }, answeredAt: { lt: answeredBefore } },
      data: { key: null, sealed: new Uint8Array(), persons: [] },
    })
  ).count

const openable = (tx: SqlTransaction) =>
  tx.selectFrom('question').select(['id', 'key', 'sealed']).where('key', 'is not', null)

/** Questions without a request that can still be decrypted, locked. */
const withoutRequest = (tx: SqlTransaction) =>
  openable(tx).where('request_id', 'is', null).forUpdate()

/** Adds the hashes to questions from before hashes were stored. */
async function hashOlder(tx: SqlTransaction) {
  const older = await withoutRequest(tx).where('persons', 'is', null).execute()
  for (const { id, key, sealed } of older) {
    if (!key) continue
    const said = unsealJson(keyService().unwrap(questionPlace(id), key), questionPlace(id), sealed)
    const persons = await hashesOf(said as QuestionWords, tx)
    await tx.updateTable('question').set({ persons }).where('id', '=', id).execute()
  }
}

const hashesOf = ({ words, quoted = '', contact = '' }: QuestionWords, tx: SqlTransaction) =>
  personHashes([words, quoted, contact], tx)
