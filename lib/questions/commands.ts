import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '@/lib/domain/days'
import { workingCalendar } from '@/lib/calendar/queries'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { database } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { keyService } from '@/lib/db/key-service'
import { personHashes } from '@/lib/db/person-hashes'
import { newKey, sealJson, unsealJson } from '@/lib/db/sealing'
import { anyOf, sqlTransaction } from '@/lib/db/sql'
import { makeReference, readReference } from '@/lib/domain/identifiers/reference'
import { addSealedNotices } from '@/lib/notices/outbox/commands'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { questionById, questionPlace } from './queries'
import { type Asked, type QuestionWords, answerWorkingDays } from './schemas'

/**
 * Records a question or complaint (F33); `requestId` if asked from that request's page. One that
 * quotes a receipt is linked to the receipt's request. Returns the number for following it up.
 */
export async function takeQuestion(
  { kind, store, words, quoted, contact }: Asked,
  requestId: string | null,
  now: Date,
): Promise<{ number: string }> {
  const id = uuidv7()
  const key = newKey()
  requestId ??= await requestOfReceipt(quoted)
  const request = requestId
    ? await database().request.findUnique({ where: { id: requestId }, select: { storeId: true } })
    : null
  const shop = request
    ? null
    : await database().store.findUnique({ where: { code: store ?? '' }, select: { id: true } })
  const { date } = addWorkingDays(dayOf(now), answerWorkingDays, await workingCalendar(now))
  const said: QuestionWords = { words, ...(quoted && { quoted }), ...(contact && { contact }) }
  const number = makeReference(randomBytes(32))
  const persons = request ? [] : await personHashes([words, quoted ?? '', contact ?? ''])
  await database().question.create({
    data: {
      id,
      number,
      kind,
      requestId: request ? requestId : null,
      storeId: request?.storeId ?? shop?.id ?? null,
      askedAt: now,
      due: new Date(`${date}T00:00:00Z`),
      persons,
      key: new Uint8Array(keyService().wrap(questionPlace(id), key)),
      sealed: new Uint8Array(sealJson(key, questionPlace(id), said)),
    },
  })
  return { number }
}

/**
 * Answers, once, a question of these stores or of none. The answer goes to the contact that the
 * asker left, else to the request's customer; to nobody if that is only a cancelled number.
 */
export async function answerQuestion(
  by: string,
  stores: readonly string[],
  id: string,
  answer: string,
  now: Date,
): Promise<Result<{ number: string }, Refusal<'not_found' | 'answered'>>> {
  const unreachable = (await questionById(id, now))?.unreachable === true
  return sqlTransaction(async (tx) => {
    const row = await tx
      .selectFrom('question')
      .select(['number', 'request_id as requestId', 'key', 'sealed', 'answered_at as answeredAt'])
      .where('id', '=', id)
      .where((where) =>
        where.or([where('store_id', 'is', null), where('store_id', '=', anyOf(stores))]),
      )
      .forUpdate()
      .executeTakeFirst()
    if (!row?.key) return refused({ code: 'not_found' })
    if (row.answeredAt) return refused({ code: 'answered' })
    const key = keyService().unwrap(questionPlace(id), row.key)
    const said = unsealJson(key, questionPlace(id), row.sealed) as QuestionWords
    const toContact = said.contact !== undefined
    // The contact is checked again on sending: the number may be cancelled by then.
    const answerState = toContact ? 'queued' : unreachable ? 'skipped' : null
    const sealed = new Uint8Array(sealJson(key, questionPlace(id), { ...said, answer }))
    await tx
      .updateTable('question')
      .set({ answered_at: now, answered_by: by, answer_state: answerState, sealed })
      .where('id', '=', id)
      .execute()
    if (toContact) await queueJob(tx, 'send_answer', { id }, { key: `answer ${id}` })
    if (!unreachable && !toContact && row.requestId) {
      await addSealedNotices(tx, row.requestId, 'answer', { words: answer }, {}, now)
    }
    return done({ number: row.number })
  })
}

/**
 * The request of a receipt number, which only the receipt's holder knows; null for anything else.
 */
async function requestOfReceipt(quoted: string | undefined): Promise<string | null> {
  const number = quoted && readReference(quoted)
  if (!number) return null
  const where = { receiptNumber: number }
  return (await database().request.findUnique({ where, select: { id: true } }))?.id ?? null
}
