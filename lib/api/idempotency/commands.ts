import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type MembershipOf, visibleStores } from '@/lib/auth/policy'
import { asCall } from '@/lib/db/call-effect'
import { openDataKeys } from '@/lib/cancellation/crypto/encrypted-fields'
import { database, transaction } from '@/lib/db/client'
import type { IdempotentCall } from '@/lib/db/generated/client'
import { keyService } from '@/lib/db/key-service'
import { secretHash } from '@/lib/db/keyed-hash'
import { seal, unsealJson } from '@/lib/db/sealing'
import { type Problem, problem } from '../problem'

/** Hours for which a first answer is given again. */
export const keptHours = 24
// A first call that is silent for this long died with its process.
const saysEvery = 3000
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
    const row = await database().idempotentCall.findUnique({
      where: { accountId_key: { accountId, key } },
    })
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
      void database()
        .idempotentCall.updateMany({ where: mine, data: { aliveAt: new Date() } })
        .catch(() => {}),
    saysEvery,
  )
  try {
    const { effect } = await database().idempotentCall.findUniqueOrThrow({
      where: { accountId_key: mine },
    })
    const about = requestIn(effect)
    if (about && !(await isSeenBy(by, about))) return problem('not_found')
    const answer = effect ? await shown(effect) : await asCall(mine, work)
    if (answer.began && answer.status < 500) await keep(mine, answer)
    else
      await database().idempotentCall.deleteMany({ where: { ...mine, answer: null, effect: null } })
    return answer
  } catch (error) {
    await database().idempotentCall.deleteMany({ where: { ...mine, answer: null, effect: null } })
    throw error
  } finally {
    clearInterval(alive)
  }
}

/**
 * Keeps a first answer: under a key of the request that it speaks of, so that it goes with it, else
 * under the master key.
 */
async function keep(mine: { accountId: string; key: string }, answer: Answered) {
  const where = { accountId_key: mine }
  const { effect } = await database().idempotentCall.findUniqueOrThrow({ where })
  const requestId = requestIn(effect)
  const plain = Buffer.from(JSON.stringify(answer))
  const at = place(mine.accountId, mine.key)
  if (!requestId) {
    const data = { answer: new Uint8Array(keyService().wrap(at, plain)) }
    return void (await database().idempotentCall.updateMany({ where: mine, data }))
  }
  // One statement that sees the key: an erasure that comes first leaves nothing to seal under.
  await transaction(async (tx) => {
    const rows = await tx.$queryRaw<KeyRow[]>`
      select class, wrapped from request_key where request_id = ${requestId}::uuid for share`
    const key = keyOf(requestId, rows)
    const sealed = key ? new Uint8Array(seal(key, at, plain)) : null
    await tx.idempotentCall.updateMany({ where: mine, data: { requestId, sealed } })
  })
}

const isSeenBy = async ({ memberships }: By, id: string) =>
  (await database().request.count({
    where: { id, storeId: { in: visibleStores(memberships) } },
  })) > 0

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

type Kept = Pick<IdempotentCall, 'accountId' | 'key' | 'answer' | 'sealed' | 'requestId'>

/** The answer that a row keeps; null while there is none, or when its key was destroyed. */
async function openedAnswer(kept: Kept): Promise<Answered | null> {
  const { accountId, key, answer, sealed, requestId } = kept
  const at = place(accountId, key)
  if (answer) return JSON.parse(keyService().unwrap(at, answer).toString()) as Answered
  if (!sealed || !requestId) return null
  const opens = keyOf(requestId, await database().requestKey.findMany({ where: { requestId } }))
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
  const count = await database().$executeRaw`
    insert into idempotent_call (account_id, key, hash, begun_at, alive_at) values (${accountId}::uuid, ${key}, ${hash}, ${now}, ${present})
    on conflict (account_id, key) do update set hash = excluded.hash, answer = null, sealed = null,
      request_id = null, begun_at = excluded.begun_at, alive_at = excluded.alive_at,
      effect = case when idempotent_call.begun_at < ${over} then null else idempotent_call.effect end
    where (idempotent_call.answer is null and idempotent_call.request_id is null and idempotent_call.hash = excluded.hash
      and coalesce(idempotent_call.alive_at, idempotent_call.begun_at) < ${died}) or idempotent_call.begun_at < ${over}`
  return count > 0
}

/** Forgets answers whose day is over. */
export const clearIdempotentCalls = async (now: Date) =>
  void (await database().idempotentCall.deleteMany({
    where: { begunAt: { lt: new Date(now.getTime() - keptHours * 3_600_000) } },
  }))
