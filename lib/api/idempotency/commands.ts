import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { asCall } from '@/lib/db/call-effect'
import { openDataKeys } from '@/lib/cancellation/crypto/encrypted-fields'
import { storedKeys } from '@/lib/cancellation/queries/stored-rows'
import { keyService } from '@/lib/db/key-service'
import { secretHash } from '@/lib/db/keyed-hash'
import { seal, unsealJson } from '@/lib/db/sealing'
import { anyOf, sqlDatabase, sqlTransaction } from '@/lib/db/sql'
import { type Problem, problem } from '../problem'

/** Hours for which a first answer is given again. */
export const keptHours = 24
// A first call that is silent for this long died with its process.
const heartbeatMs = 3000
const silentFor = 15_000
const patience = 15_000

/** `began`: it was understood and tried, so its answer is kept whatever it was. */
export type Answered = {
  status: number
  body: string | null
  headers: Record<string, string>
  began: boolean
}

/** The key that calls. */
type By = { id: string; memberships: readonly MembershipOf[] }

const place = (accountId: string, key: string) => `idempotent|${accountId}|${key}`
/**
 * A keyed hash of a call: of a plain one, whoever guesses the number could see that it was right.
 */
async function hashOf(parts: readonly (string | Uint8Array)[]) {
  const sum = parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256'))
  return new Uint8Array((await secretHash())('call', sum.digest('hex')))
}

/**
 * Lets a call with an Idempotency-Key take effect once, whichever process it comes to: the first
 * one works, a second waits for its answer and gives the same. Where the first died at work after
 * it had taken effect, `shown` answers with what it brought about. A problem when the key was used
 * for something else. A call that was not understood, or that failed, is not kept: it may be mended
 * under the same key. An answer that speaks of a request is given again while the caller sees that
 * request.
 */
export async function once(
  by: By,
  key: string,
  call: readonly (string | Uint8Array)[],
  now: Date,
  work: () => Promise<Answered>,
  shown: (effect: string) => Promise<Answered>,
): Promise<Answered | Problem> {
  const accountId = by.id
  const hash = await hashOf(call)
  const until = Date.now() + patience
  while (!(await claimed(accountId, key, hash, now))) {
    const row = await callOf({ accountId, key })
    if (row && Buffer.compare(row.hash, hash) !== 0) return problem('key_reused')
    if (row?.requestId && !(await isSeenBy(by, row.requestId))) return problem('not_found')
    const kept = row && (await openedAnswer(row))
    if (kept) return kept
    // Its request was erased: it took effect all the same.
    if (row?.requestId && row.effect) return shown(row.effect)
    if (Date.now() > until) return problem('in_progress', { retryAfter: 5 })
    await wait(50)
  }
  const mine = { accountId, key }
  const alive = setInterval(
    () =>
      void change(mine)
        .set({ alive_at: new Date() })
        .execute()
        .catch(() => {}),
    heartbeatMs,
  )
  try {
    const effect = await effectOf(mine)
    const about = requestIn(effect)
    if (about && !(await isSeenBy(by, about))) return problem('not_found')
    const answer = effect ? await shown(effect) : await asCall(mine, work)
    if (answer.began && answer.status < 500) await keep(mine, answer)
    else await forgetUntried(mine)
    return answer
  } catch (error) {
    await forgetUntried(mine)
    throw error
  } finally {
    clearInterval(alive)
  }
}

type Mine = { accountId: string; key: string }

const callOf = (mine: Mine) =>
  sqlDatabase()
    .selectFrom('idempotent_call')
    .select(['account_id as accountId', 'key', 'hash', 'effect', 'answer', 'sealed'])
    .select('request_id as requestId')
    .where('account_id', '=', mine.accountId)
    .where('key', '=', mine.key)
    .executeTakeFirst()

async function effectOf(mine: Mine): Promise<string | null> {
  const call = await callOf(mine)
  if (!call) throw new Error('the row of a call with an idempotency key is gone')
  return call.effect
}

const change = (mine: Mine, database = sqlDatabase()) =>
  database
    .updateTable('idempotent_call')
    .where('account_id', '=', mine.accountId)
    .where('key', '=', mine.key)

/** Lets the key serve again after a call that brought nothing about. */
const forgetUntried = (mine: Mine) =>
  sqlDatabase()
    .deleteFrom('idempotent_call')
    .where('account_id', '=', mine.accountId)
    .where('key', '=', mine.key)
    .where('answer', 'is', null)
    .where('effect', 'is', null)
    .execute()

/**
 * Keeps a first answer: under a key of the request that it speaks of, so that it goes with it, else
 * under the master key.
 */
async function keep(mine: Mine, answer: Answered) {
  const requestId = requestIn(await effectOf(mine))
  const plain = Buffer.from(JSON.stringify(answer))
  const at = place(mine.accountId, mine.key)
  if (!requestId) {
    await change(mine)
      .set({ answer: new Uint8Array(keyService().wrap(at, plain)) })
      .execute()
    return
  }
  // The keys are locked: an erasure that comes first leaves nothing to seal under.
  await sqlTransaction(async (tx) => {
    const rows = await tx
      .selectFrom('request_key')
      .select(['class', 'wrapped'])
      .where('request_id', '=', requestId)
      .forShare()
      .execute()
    const key = keyOf(requestId, rows)
    const sealed = key ? new Uint8Array(seal(key, at, plain)) : null
    await change(mine, tx).set({ request_id: requestId, sealed }).execute()
  })
}

const isSeenBy = async ({ memberships }: By, id: string) =>
  (await sqlDatabase()
    .selectFrom('request')
    .select('id')
    .where('id', '=', id)
    .where('store_id', '=', anyOf(visibleStores(memberships)))
    .executeTakeFirst()) !== undefined

type KeyRow = { class: string; wrapped: Uint8Array }

// What is destroyed first of what an answer may tell; keys that are gone never come back.
function keyOf(requestId: string, rows: readonly KeyRow[]): Uint8Array | undefined {
  const { identifiers, personal } = openDataKeys(requestId, rows)
  return identifiers ?? personal
}

function requestIn(effect: string | null): string | null {
  const [of, id] = effect?.split('|') ?? []
  return (of === 'request' && id) || null
}

type Kept = Mine & {
  answer: Uint8Array | null
  sealed: Uint8Array | null
  requestId: string | null
}

/** The answer that a row keeps; null while there is none, or when its key was destroyed. */
async function openedAnswer(kept: Kept): Promise<Answered | null> {
  const { accountId, key, answer, sealed, requestId } = kept
  const at = place(accountId, key)
  if (answer) return JSON.parse(keyService().unwrap(at, answer).toString()) as Answered
  if (!sealed || !requestId) return null
  const opens = keyOf(requestId, await storedKeys([requestId]))
  try {
    return opens ? (unsealJson(opens, at, sealed) as Answered) : null
  } catch {
    // Full numbers were destroyed meanwhile, and it was sealed under their key.
    return null
  }
}

/**
 * Whether this call is the first with its key; one that died at work, or whose day is over, gives
 * way.
 */
async function claimed(
  accountId: string,
  key: string,
  hash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<boolean> {
  const [present, over] = [new Date(), new Date(now.getTime() - keptHours * 3_600_000)]
  const died = new Date(present.getTime() - silentFor)
  const isOver = sql<boolean>`idempotent_call.begun_at < ${over}`
  const row = await sqlDatabase()
    .insertInto('idempotent_call')
    .values({ account_id: accountId, key, hash, begun_at: now, alive_at: present })
    .onConflict((clash) =>
      clash
        .columns(['account_id', 'key'])
        .doUpdateSet({
          ...{ hash, answer: null, sealed: null, request_id: null },
          ...{ begun_at: now, alive_at: present },
          effect: sql<string | null>`case when ${isOver} then null else idempotent_call.effect end`,
        })
        .where((where) =>
          where.or([
            isOver,
            where.and([
              where('idempotent_call.answer', 'is', null),
              where('idempotent_call.request_id', 'is', null),
              where('idempotent_call.hash', '=', hash),
              sql<boolean>`
                coalesce(idempotent_call.alive_at, idempotent_call.begun_at) < ${died}`,
            ]),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets answers whose day is over. */
export const clearIdempotentCalls = async (now: Date) =>
  void (await sqlDatabase()
    .deleteFrom('idempotent_call')
    .where('begun_at', '<', new Date(now.getTime() - keptHours * 3_600_000))
    .execute())
