import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { once } from '@/lib/api/idempotency/commands'
import { createKey } from '@/lib/api/keys/commands'
import { carrierReferenceOf } from '@/lib/cancellation/rules/carrier-reference'
import type { AnyFacts } from '@/lib/cancellation/rules/events'
import { factsErased } from '@/lib/cancellation/rules/legacy-plain-values'
import type { Personal } from '@/lib/cancellation/rules/particulars'
import { applyEvent } from '@/lib/cancellation/rules/replay'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { eraseRequest, makeMove, openRequest } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { keepDraft } from '@/lib/drafts/commands'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { withClient } from '@/lib/ops/database/roles'
import { applyErasures, erasuresIn, keepErasure } from '@/lib/ops/ledgers/erasures'
import { maskExpired } from '@/lib/ops/jobs/mask-expired'
import { eraseQuestion } from '@/lib/questions/erasure/commands'
import { questionByNumber } from '@/lib/questions/queries'
import { retention } from '@/lib/retention/queries'
import { answerQuestion, takeQuestion } from '@/lib/questions/commands'
import { visibleStores } from '@/lib/domain/permissions'
import { must, opened, reviewer, someInput, staff, submitted, tuesday } from '../factories/requests'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'

const contact = { phone: '+8613700440077', email: 'left.behind@customer.test' }

/** A request that ended, of which nothing is owed. */
async function ended(change: object = {}) {
  const record = await opened({ contact, ...change })
  return must(
    await makeMove({
      actor: await staff(),
      seen: { reference: record.reference },
      move: 'withdraw',
      input: {},
      now: tuesday,
    }),
  )
}
const erase = async (reference: string) =>
  must(await eraseRequest({ actor: await reviewer(), reference, now: tuesday }))

/** The account of a key to the API that may see whole numbers. */
async function keyAccount() {
  const asked = {
    name: 'left',
    role: 'staff' as const,
    storeCodes: ['demo'],
    fullNumber: true,
    reason: 'review' as const,
  }
  const made = await createKey(null, asked, new Date())
  if (!made.ok) throw new Error(made.refusal.code)
  return (await database().apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).accountId
}

describe('the first answer to a call that may come twice', () => {
  it('is erased with its request, and the call does not take effect again', async () => {
    const accountId = await keyAccount()
    const caller = { id: accountId, memberships: (await staff()).memberships }
    const input = someInput({ phoneNumber: '13700440001', contact })
    const said = (body: object) => ({
      status: 201,
      body: JSON.stringify(body),
      headers: {},
      began: true,
    })
    let reference = ''
    const work = async () => {
      const record = must(await openRequest({ actor: await staff(), input, now: tuesday }))
      reference = record.reference
      return said({ reference, phoneNumber: input.phoneNumber })
    }
    const shown = async (effect: string) => said({ effect })
    const call = () =>
      once(
        caller,
        'call-1',
        ['POST', '/api/v1/requests', JSON.stringify(input)],
        new Date(),
        work,
        shown,
      )
    expect(await call()).toMatchObject({ body: expect.stringContaining('13700440001') })
    expect(await call()).toMatchObject({ body: expect.stringContaining('13700440001') })

    must(
      await makeMove({
        actor: await staff(),
        seen: { reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    )
    await erase(reference)
    const row = await database().idempotentCall.findFirstOrThrow({ where: { key: 'call-1' } })
    expect(
      row.answer && keyService().unwrap(`idempotent|${accountId}|call-1`, row.answer).toString(),
    ).toBeNull()
    const again = await call()
    expect(again).toMatchObject({ body: expect.stringContaining('request|') })
    expect(JSON.stringify(again)).not.toContain('13700440001')
    const guessed = createHash('sha256').update(
      `POST\0/api/v1/requests\0${JSON.stringify(input)}\0`,
    )
    expect(Buffer.from(row.hash)).not.toEqual(guessed.digest())
  })
})

describe('a draft', () => {
  it('is erased with its request, and with the number that it contains', async () => {
    const record = await ended({ phoneNumber: '13700440002' })
    const { id } = (await staff()) as { id: string }
    await keepDraft(id, `requests/${record.reference}/amend`, [['holder.name', '左丘留']], tuesday)
    await keepDraft(
      id,
      'requests/new',
      [
        ['phoneNumber', '137 0044 0002'],
        ['holder.name', '左丘留'],
      ],
      tuesday,
    )
    const other = (await reviewer()) as { id: string }
    await keepDraft(other.id, 'requests/new', [['phoneNumber', '13700440003']], tuesday)
    await erase(record.reference)
    expect(
      (await database().draft.findMany({ select: { accountId: true } })).map(
        ({ accountId }) => accountId,
      ),
    ).toEqual([other.id])
  })
})

describe('a question without a request', () => {
  it('is erased with the request whose number, contact or reference it contains', async () => {
    const record = await ended({ phoneNumber: '13700440004' })
    const ask = async (more: object) =>
      (await takeQuestion({ kind: 'question', words: '请问', ...more }, null, tuesday)).number
    const theirs = await Promise.all([
      ask({ contact: '137-0044-0077' }),
      ask({ contact: 'Left.Behind@customer.test' }),
      ask({ quoted: record.reference.toLowerCase() }),
      ask({ words: '我的号码是 +86 137 0044 0004，怎么还没退款？' }),
    ])
    const somebodyElses = await ask({ contact: '13700440099', words: '我的余额' })
    await erase(record.reference)
    for (const number of theirs)
      expect(await questionByNumber(number, tuesday)).toMatchObject({ words: '' })
    expect(await questionByNumber(somebodyElses, tuesday)).toMatchObject({ words: '我的余额' })
    const clerk = await staff()
    const { id } = await database().question.findUniqueOrThrow({
      where: { number: theirs[0] ?? '' },
    })
    expect(
      await answerQuestion(
        (clerk as { id: string }).id,
        visibleStores(clerk.memberships),
        id,
        'x',
        tuesday,
      ),
    ).toMatchObject({ ok: false })
  })
})

describe('a question that was answered long ago', () => {
  it('is erased with its full numbers by itself; one that waits, or belongs to a request, stays', async () => {
    const clerk = (await staff()) as { id: string } & Awaited<ReturnType<typeof staff>>
    const record = await opened()
    const ask = async (requestId: string | null) => {
      const { number } = await takeQuestion(
        { kind: 'question', words: '很久以前' },
        requestId,
        tuesday,
      )
      return database().question.findUniqueOrThrow({ where: { number } })
    }
    const [old, waiting, ofRequest] = [await ask(null), await ask(null), await ask(record.id)]
    for (const { id } of [old, ofRequest])
      await answerQuestion(clerk.id, visibleStores(clerk.memberships), id, '好', tuesday)
    const { identifierDays } = await retention()
    const dayOn = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
    const words = async ({ number }: { number: string }) =>
      (await questionByNumber(number, tuesday))?.words
    await maskExpired(dayOn(identifierDays - 1))
    expect(await words(old)).toBe('很久以前')
    await maskExpired(dayOn(identifierDays))
    expect([await words(old), await words(waiting), await words(ofRequest)]).toEqual([
      '',
      '很久以前',
      '很久以前',
    ])
  })
})

describe('a question that a restored backup brings back', () => {
  it('is destroyed again by the list of erasures', async () => {
    const folder = scratchFolder('erasures')
    const file = join(folder, 'erasures')
    const { number } = await takeQuestion({ kind: 'question', words: '被删的' }, null, tuesday)
    const before = await database().question.findUniqueOrThrow({ where: { number } })
    expect(await eraseQuestion(number, tuesday)).toBe(true)
    keepErasure(file, { questionId: before.id, at: tuesday.toISOString() })
    keepErasure(file, { questionId: before.id, at: tuesday.toISOString() })
    expect(erasuresIn(file)).toEqual([{ questionId: before.id, at: tuesday.toISOString() }])
    await database().question.update({
      where: { number },
      data: { key: before.key, sealed: before.sealed },
    })
    expect(await questionByNumber(number, tuesday)).toMatchObject({ words: '被删的' })
    expect([await applyErasures(file, tuesday), await applyErasures(file, tuesday)]).toEqual([1, 0])
    expect(await questionByNumber(number, tuesday)).toMatchObject({ words: '' })
    removeScratch(folder)
  })
})

describe('a question from before hashes were kept', () => {
  it('is still found by its content', async () => {
    const record = await ended({ phoneNumber: '13700440009' })
    const { number } = await takeQuestion(
      { kind: 'question', words: '我的号码 13700440009' },
      null,
      tuesday,
    )
    await withClient(process.env.MIGRATION_DATABASE_URL ?? '', (owner) =>
      owner.query('update question set persons = null where number = $1', [number]),
    )
    await erase(record.reference)
    expect(await questionByNumber(number, tuesday)).toMatchObject({ words: '' })
  })
})

describe("an event from before the carrier's reference was sealed", () => {
  it('is replayed and shown until its request is erased', async () => {
    const facts = {
      step: 'carrier_submission',
      kind: 'carrier_submission' as const,
      outcome: { carrierReference: 'PLAIN-1', submittedOn: '2026-03-10' },
    }
    const record = await submitted({
      channel: 'online',
      carrier: 'china-mobile',
      region: 'CN-GD',
      contact,
    })
    const old = applyEvent(record, {
      sequence: record.version + 1,
      type: 'note',
      at: tuesday.toISOString(),
      actor: { kind: 'system', id: null },
      facts,
    })
    expect(carrierReferenceOf(old, { numberMasked: '1' } as Personal, 'carrier_submission')).toBe(
      'PLAIN-1',
    )
    expect(carrierReferenceOf(old, null, 'carrier_submission')).toBeNull()
    const erased = applyEvent(
      { ...old, previous: '他的话' },
      {
        sequence: old.version + 1,
        type: 'erase',
        at: tuesday.toISOString(),
        actor: { kind: 'system', id: null },
        facts: {},
      },
    )
    expect(JSON.stringify(erased)).not.toMatch(/PLAIN-1|他的话/)
    expect(JSON.stringify(factsErased(facts as AnyFacts))).not.toContain('PLAIN-1')
  })
})

describe('the earlier request that a request names', () => {
  it('must exist: others are refused at the field, and nothing is written', async () => {
    const earlier = await opened()
    const clerk = await staff()
    const named = must(
      await openRequest({
        actor: clerk,
        input: someInput({
          previous: `${earlier.reference.slice(0, 4)}-${earlier.reference.slice(4).toLowerCase()}`,
        }),
        now: tuesday,
      }),
    )
    expect(named.previous).toBe(earlier.reference)
    expect(() => someInput({ previous: '他的号码 13700440005' })).toThrow('reference_malformed')
    const unknown = someInput({ previous: makeReference(new Uint8Array(32).fill(9)) })
    expect(await openRequest({ actor: clerk, input: unknown, now: tuesday })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: { previous: 'reference_unknown' } },
    })
  })
})

describe('the reference that the carrier gave', () => {
  it('is sealed as other words are, shown where it was, and gone with its request', async () => {
    const online = { channel: 'online', carrier: 'china-mobile', region: 'CN-GD' }
    const record = await submitted({ ...online, contact })
    const events = await database().requestEvent.findMany({ where: { requestId: record.id } })
    expect(events.some(({ facts }) => JSON.stringify(facts).includes('carrier_submission'))).toBe(
      true,
    )
    for (const { facts } of events) expect(JSON.stringify(facts)).not.toContain('DEMO-0001')
    const row = await database().request.findUniqueOrThrow({ where: { id: record.id } })
    expect(JSON.stringify(row.record)).not.toContain('DEMO-0001')
    const one = await oneRequest(await staff(), record.reference, tuesday)
    expect(carrierReferenceOf(one?.record, one?.personal, 'carrier_submission')).toBe('DEMO-0001')
    const history = await historyOf(record.id)
    expect(JSON.stringify(history.flatMap(({ changes }) => changes))).toContain('DEMO-0001')
    expect((await rebuiltRequest(record.id))?.personal).toEqual(one?.personal)
  })
})
