import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { noticeDataOf } from '@/lib/cancellation/queries/notice-data'
import { database } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { sealJson } from '@/lib/db/sealing'
import {
  type SqlDatabase,
  type SqlTransaction,
  anyOf,
  sqlDatabase,
  sqlTransaction,
} from '@/lib/db/sql'
import { log } from '@/lib/log'
import { PlainError, faultOf } from '@/lib/plain-error'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { isDemoContact } from '../demo-contact'
import { type NoticeChannel, channelsOf } from '../due'
import { type Gateways, gateways } from '../gateways/index'
import type { NoticeKind } from '../kinds'
import { failedTry } from './failed-try'
import type { NoticeState } from './states'
import { type NoticeRow, noticePlace, outgoingOf } from './outgoing'

/**
 * Sends a notice once: marked as `sending` before, as `sent` after. An attempt that ended in
 * neither (process killed, no answer from the gateway) may have sent it: it is sent again under the
 * same id and marked so. Throws when it is to be retried later.
 */
export async function sendNotice(
  id: string,
  now: Date,
  by: Gateways = gateways(),
): Promise<NoticeState | null> {
  const notice = await claim(id)
  if (!notice) return null
  const [outgoing] = await outgoingOf([notice], now)
  if (!outgoing) throw new Error('the notice could not be prepared')
  if (!outgoing.ok) return recordOutcome(id, { state: 'skipped', fault: outgoing.refusal.code })
  // The demo's people are fictitious but their numbers may exist: never send to them.
  const madeUp = process.env.DESK_EMBEDDED === '1' && isDemoContact(outgoing.value.to)
  const gateway = madeUp ? undefined : by[notice.channel]
  if (!gateway) return recordOutcome(id, { state: 'kept' })
  try {
    await gateway.send({ id, ...outgoing.value })
  } catch (error) {
    const fault = faultOf(error)
    const { held, over, uncertain } = failedTry(error, notice.attempts)
    if (held) {
      log.error({ event: 'gateway_refuses', channel: notice.channel, fault }, operatorsFault)
      return recordOutcome(id, { state: 'kept', fault })
    }
    await recordOutcome(id, {
      state: over ? 'dead' : 'waiting',
      fault,
      ...(uncertain && { uncertain }),
    })
    if (over) return 'dead'
    throw new PlainError(fault)
  }
  return recordOutcome(id, { state: 'sent', sentAt: now, fault: null })
}

const operatorsFault =
  'the gateway refuses the desk itself: mend its settings; what is kept is sent by itself then'

/** Claims a notice for sending; null when there is nothing left to send. */
const claim = (id: string) =>
  sqlTransaction(async (tx) => {
    const row = await tx
      .selectFrom('notice')
      .select(['id', 'request_id as requestId', 'kind', 'channel', 'sealed', 'state', 'attempts'])
      .select(['text_version as textVersion', 'values'])
      .where('id', '=', id)
      .forUpdate()
      .$castTo<NoticeRow>()
      .executeTakeFirst()
    if (!row || !['queued', 'waiting', 'sending'].includes(row.state)) return null
    const attempts = row.attempts + 1
    await tx
      .updateTable('notice')
      .set({ state: 'sending', attempts, ...(row.state === 'sending' && { uncertain: true }) })
      .where('id', '=', id)
      .execute()
    return { ...row, attempts }
  })

async function recordOutcome(
  id: string,
  change: { state: NoticeState; fault?: string | null; sentAt?: Date; uncertain?: boolean },
): Promise<NoticeState> {
  await database().notice.update({ where: { id }, data: change })
  if (change.state === 'dead')
    log.warn({ notice: id, fault: change.fault }, 'a notice was given up')
  return change.state
}

/**
 * Resends a notice that was given up, or that stayed in the outbox for lack of a gateway. Limited
 * to these stores' requests.
 */
export const resendNotice = (id: string, stores: readonly string[]) =>
  sqlTransaction(async (tx): Promise<Result<{ requestId: string }, Refusal<'not_found'>>> => {
    const row = await tx
      .selectFrom('notice as n')
      .innerJoin('request as r', 'r.id', 'n.request_id')
      .select('n.request_id as requestId')
      .where('n.id', '=', id)
      .where('n.state', 'in', ['dead', 'kept'])
      .where('r.store_id', '=', anyOf(stores))
      .forUpdate('n')
      .executeTakeFirst()
    if (!row) return refused({ code: 'not_found' })
    await tx
      .updateTable('notice')
      .set({ state: 'queued', attempts: 0, fault: null })
      .where('id', '=', id)
      .execute()
    await queueNotice(tx, id)
    return done(row)
  })

/** How far back notices are sent again without being looked at one by one: seven days. */
const freshSince = (now: Date) => new Date(now.getTime() - 7 * 86_400_000)
/** How many notices are queued at once. */
const mostAtOnce = 500

/**
 * Sends what is kept because a gateway refused the desk itself, once it no longer does: the oldest
 * of each channel is tried, and the others follow when it was taken. Codes that are over stay.
 */
export async function sendHeldNotices(now: Date, by: Gateways = gateways()): Promise<number> {
  let queued = 0
  for (const channel of Object.keys(by) as NoticeChannel[]) {
    const [first, ...rest] = await heldOf(channel, now)
    if (!first) continue
    await requeue([first])
    try {
      if ((await sendNotice(first, now, by)) === 'sent') queued += await resendEach(rest)
    } catch {
      // A fault of the moment: from here on it is retried as any other.
      await sqlTransaction((tx) => queueNotice(tx, first))
    }
  }
  return queued
}

const heldOf = async (channel: NoticeChannel, now: Date): Promise<string[]> => {
  const rows = await sqlDatabase()
    .selectFrom('notice')
    .select('id')
    .where('state', '=', 'kept')
    .where('channel', '=', channel)
    .where('fault', 'is not', null)
    .where('queued_at', '>', freshSince(now))
    // One-time codes: whoever waited for one has asked for another.
    .where('sealed', 'is', null)
    .orderBy('id')
    .limit(mostAtOnce)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Resends the notices of these stores that were given up or kept within the last seven days, at
 * most 500 at once; returns how many. Older ones may no longer be true: those are sent singly.
 */
export async function resendNotices(
  state: 'dead' | 'kept',
  stores: readonly string[],
  now: Date,
): Promise<number> {
  const rows = await resendable(state, stores, now)
    .select('n.id')
    .orderBy('n.id')
    .limit(mostAtOnce)
    .execute()
  return resendEach(rows.map(({ id }) => id))
}

/** How many notices `resendNotices` would take up, however many at once. */
export async function resendableCount(
  state: 'dead' | 'kept',
  stores: readonly string[],
  now: Date,
): Promise<number> {
  const { count } = await resendable(state, stores, now)
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const resendable = (state: 'dead' | 'kept', stores: readonly string[], now: Date) =>
  sqlDatabase()
    .selectFrom('notice as n')
    .innerJoin('request as r', 'r.id', 'n.request_id')
    .where('n.state', '=', state)
    .where('n.sealed', 'is', null)
    .where('n.queued_at', '>', freshSince(now))
    .where('r.store_id', '=', anyOf(stores))

const resendEach = (ids: readonly string[]) =>
  sqlTransaction(async (tx) => {
    const queued = await requeue(ids, tx)
    for (const id of queued) await queueNotice(tx, id)
    return queued.length
  })

/** Makes notices that were given up or kept wait for sending again; gives which. */
async function requeue(
  ids: readonly string[],
  tx: SqlTransaction | SqlDatabase = sqlDatabase(),
): Promise<string[]> {
  const rows = await tx
    .updateTable('notice')
    .set({ state: 'queued', attempts: 0, fault: null })
    .where('id', '=', anyOf(ids))
    .where('state', 'in', ['dead', 'kept'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Queues the job that sends a notice. */
const queueNotice = (tx: SqlTransaction, id: string) =>
  queueJob(tx, 'send_notice', { id }, { key: `notice ${id}` })

/**
 * Adds notices without an event to the outbox, in the caller's transaction: one per channel of the
 * request's customer, with the values `own` encrypted under the request's key. Returns the
 * channels; empty when the customer cannot be reached.
 */
export async function addSealedNotices(
  tx: SqlTransaction,
  requestId: string,
  kind: NoticeKind,
  own: Record<string, string>,
  values: Record<string, string>,
  now: Date,
): Promise<NoticeChannel[]> {
  const found = await noticeDataOf(requestId, tx)
  const key = found?.keys.personal
  if (!found || !key) return []
  const channels = channelsOf(found.record)
  const { textVersion } = await tx
    .selectFrom('notice_text')
    .select(sql<number>`coalesce(max(version), 0)`.as('textVersion'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  for (const channel of channels) {
    const id = uuidv7()
    const sealed = new Uint8Array(sealJson(key, noticePlace(requestId, id), own))
    await tx
      .insertInto('notice')
      .values({
        id,
        request_id: requestId,
        sequence: 0,
        kind,
        channel,
        text_version: textVersion,
        values: JSON.stringify(values),
        sealed,
        state: 'queued',
        queued_at: now,
      })
      .execute()
    await queueNotice(tx, id)
  }
  return channels
}
