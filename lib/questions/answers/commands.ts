import { database, transaction } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { unsealJson } from '@/lib/db/sealing'
import { servingEnv } from '@/lib/env'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { log } from '@/lib/log'
import { type Gateways, gateways } from '@/lib/notices/gateways/index'
import { failedTry } from '@/lib/notices/outbox/failed-try'
import type { NoticeState } from '@/lib/notices/outbox/states'
import { noticeText } from '@/lib/notices/queries'
import { filled } from '@/lib/notices/text'
import { cancelledAmong } from '@/lib/cancellation/queries/live'
import { dayOf } from '@/lib/domain/days'
import { PlainError, faultOf } from '@/lib/plain-error'
import { questionPlace } from '../queries'
import { e164Of } from '../reach'
import type { QuestionWords } from '../schemas'

type Row = {
  number: string
  key: Uint8Array | null
  sealed: Uint8Array
  storeZh: string | null
  storeEn: string | null
  tries: number
}

/**
 * Sends an answer to the contact that the asker left: once, under the question's id; never to a
 * number that was cancelled here (`skipped`). An attempt of unknown outcome is repeated and marked
 * as uncertain, as for notices. Throws when it is to be retried later.
 */
export async function sendAnswer(
  id: string,
  by: Gateways = gateways(),
  now = new Date(),
): Promise<NoticeState | null> {
  const row = await claim(id)
  const said = row?.key
    ? (unsealJson(
        keyService().unwrap(questionPlace(id), row.key),
        questionPlace(id),
        row.sealed,
      ) as QuestionWords)
    : null
  if (!row || !said?.contact || !said.answer) return null
  const mail = said.contact.includes('@')
  const to = mail ? said.contact : e164Of(said.contact)
  // A number cancelled here is out of service or reassigned (F31, P5).
  if (!mail && (await cancelledAmong([to], dayOf(now))).size > 0)
    return recordOutcome(id, 'skipped')
  const gateway = by[mail ? 'mail' : 'text']
  if (!gateway) return recordOutcome(id, 'kept')
  const words = await noticeText('answer')
  const values = {
    reference: groupReference(row.number),
    number: '',
    link: new URL(`/ask/${row.number}`, servingEnv().BASE_URL).href,
    words: said.answer,
  }
  const [zh, en] = [
    filled(words.text.zh, { ...values, store: row.storeZh ?? '营业厅' }),
    filled(words.text.en, { ...values, store: row.storeEn ?? 'The store' }),
  ]
  try {
    await gateway.send({
      id,
      to,
      subject: `${filled(words.subject.zh, values)} ${filled(words.subject.en, values)}`,
      text: mail ? `${zh}\n\n${en}\n` : zh,
    })
  } catch (error) {
    const { over, uncertain } = failedTry(error, row.tries)
    await recordOutcome(id, over ? 'dead' : 'waiting', uncertain)
    if (!over) throw new PlainError(faultOf(error))
    log.warn({ question: id, fault: faultOf(error) }, 'an answer could not be sent')
    return 'dead'
  }
  return recordOutcome(id, 'sent')
}

const claim = (id: string) =>
  transaction(async (tx): Promise<Row | null> => {
    const [row] = await tx.$queryRaw<(Row & { state: string | null })[]>`
      select q.number, q.key, q.sealed, q.answer_state as state, q.answer_tries as tries,
        s.name_zh as "storeZh", s.name_en as "storeEn"
      from question q left join store s on s.id = q.store_id where q.id = ${id}::uuid
      for update of q`
    if (!row || !['queued', 'waiting', 'sending'].includes(row.state ?? '')) return null
    await tx.question.update({
      where: { id },
      data: {
        answerState: 'sending',
        answerTries: row.tries + 1,
        ...(row.state === 'sending' && { answerUncertain: true }),
      },
    })
    return { ...row, tries: row.tries + 1 }
  })

async function recordOutcome(
  id: string,
  state: NoticeState,
  uncertain = false,
): Promise<NoticeState> {
  await database().question.update({
    where: { id },
    data: { answerState: state, ...(uncertain && { answerUncertain: true }) },
  })
  return state
}
