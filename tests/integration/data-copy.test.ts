// A copy of what the desk has about a person (L3): to whom, of what, and what is noted of it.
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { historyOf } from '@/lib/cancellation/queries/history'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { jsonOfCopy } from '@/lib/data-copies/json'
import { dataCopy } from '@/lib/data-copies/queries'
import { copySchemaJson } from '@/lib/data-copies/schema'
import { database } from '@/lib/db/client'
import { residentId } from '@/lib/ops/seed/demo-people'
import { takeQuestion } from '@/lib/questions/commands'
import { createStore } from '@/lib/stores/commands'
import {
  addDocument,
  amendRequest,
  eraseRequest,
  giveCopy,
  maskRequest,
  noteDuty,
  noteLook,
} from '@/lib/writer'
import { completed, must, opened, reviewer, staff, tuesday } from '../factories/requests'

const later = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000)
const asked = (document: string) => ({
  document,
  reason: 'customer_asked' as const,
  identityMatched: true as const,
})
const heldBy = (number: string, name = '本人示例') => ({
  holder: { name, document: { type: 'resident_id', number } },
})
let serial = 800
const someNumber = () => {
  serial += 1
  return residentId(serial)
}

const given = async (reference: string, document: string) => {
  const actor = await staff()
  const answer = await giveCopy({ actor, reference, asked: asked(document), now: tuesday })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  const copy = await dataCopy(actor, reference, later(1))
  if (!copy) throw new Error('no copy')
  const json = jsonOfCopy(copy, { code: 'demo', nameZh: '店', nameEn: 'Store' })
  return { copy, json: copySchemaJson.parse(JSON.parse(JSON.stringify(json))) }
}
const referencesIn = ({ json }: Awaited<ReturnType<typeof given>>) =>
  json.requests.map(({ reference }) => reference).sort()
const typesOf = async (id: string) => (await historyOf(id)).map(({ type }) => type)

describe('the copy of a person’s data', () => {
  it('holds every value, event, notice, question, paper, rating and look, and no name of staff', async () => {
    const number = someNumber()
    const clerk = await staff()
    const record = await completed(heldBy(number))
    const { id, reference } = record
    const actor = { kind: 'customer', requestId: id } as const
    const rating = { duty: 'rate' as const, input: { rating: 'smooth' }, now: tuesday }
    must(await noteDuty({ actor, reference, ...rating }))
    const look = { what: 'reveal' as const, reason: 'review' as const }
    must(await noteLook({ actor: await reviewer(), reference, look, now: tuesday }))
    await takeQuestion({ kind: 'question', words: '余额什么时候退？' }, id, tuesday)

    const { json } = await given(reference, number)
    expect(json.person).toMatchObject({ name: '本人示例', document: { number } })
    const [request] = json.requests
    expect(request).toMatchObject({
      reference,
      state: 'completed',
      contact: { phone: '+8613900139001' },
      rating: 'smooth',
      moves: { complete: { confirmation: 'C-1' } },
      questions: [{ words: '余额什么时候退？', answer: null }],
      refund: { amountFen: 1280 },
    })
    expect(request?.number).toMatch(/^\+86138/)
    const types = request?.events.map(({ type, by }) => `${type} ${by}`)
    expect(types).toEqual(
      expect.arrayContaining(['open staff', 'approve reviewer', 'rate customer', 'note staff']),
    )
    expect(request?.notices.map(({ kind }) => kind)).toContain('completed')
    expect(request?.steps.find(({ kind }) => kind === 'card_return')?.words).toHaveProperty('iccid')
    expect(request?.looks).toMatchObject([
      { what: 'reveal', reason: 'review', by: 'reviewer' },
      { what: 'give_copy', reason: 'customer_asked', by: 'staff' },
    ])
    const said = JSON.stringify(json)
    for (const name of [clerk.name, clerk.id, (await reviewer()).name])
      expect(said).not.toContain(name)
  })

  it('has the pages of the person’s own papers, until they are destroyed', async () => {
    const number = someNumber()
    const { reference } = await opened(heldBy(number))
    const pages = [Buffer.from('a page')]
    const place = { step: 'materials', material: 'identity_document' }
    const document = { id: uuidv7(), ...place, pages }
    must(await addDocument({ actor: await staff(), reference, document, now: tuesday }))
    const { json } = await given(reference, number)
    expect(json.requests[0]?.documents).toMatchObject([
      { material: 'identity_document', images: ['data:image/webp;base64,YSBwYWdl'] },
    ])
  })

  it('holds the person’s requests at every store, and notes it in each, and once in the audit', async () => {
    const number = someNumber()
    await createStore({
      code: 'away',
      nameZh: '远',
      nameEn: 'Away',
      addressZh: '远',
      addressEn: 'Away',
      phone: '1',
      region: 'CN-SH',
    })
    const here = await opened(heldBy(number))
    const { id } = await database().store.findUniqueOrThrow({ where: { code: 'away' } })
    const clerk = await staff()
    const there = await opened({ ...heldBy(number), store: 'away' }, tuesday, {
      ...clerk,
      memberships: [{ role: 'staff', storeId: id, storeCode: 'away' }],
    })
    // Another person, whose number was mistyped at that counter.
    const stranger = await opened(heldBy(number, '别人示例'))
    const copy = await given(here.reference, number)
    expect(referencesIn(copy)).toEqual([here.reference, there.reference].sort())
    expect(await typesOf(here.id)).toEqual(['open', 'give_copy'])
    expect(await typesOf(there.id)).toEqual(['open', 'give_copy'])
    expect(await typesOf(stranger.id)).toEqual(['open'])
    const audited = await database().auditEntry.findMany({
      where: { what: 'data.copy', subject: here.reference },
    })
    expect(audited).toMatchObject([
      { actorId: clerk.id, after: { reason: 'customer_asked', requests: 2 } },
    ])
  })

  it('has what the person said before it was corrected, and nothing of who was noted', async () => {
    const number = someNumber()
    const { reference, version } = await opened(heldBy(number))
    const contact = { phone: '+8613900139055' }
    const { record, personal, identifiers } = (await given(reference, number)).copy.at
    if (!personal || !identifiers) throw new Error('not to be read')
    const input = { ...inputOf(record, personal, identifiers), contact }
    const seen = { reference, version }
    must(await amendRequest({ actor: await staff(), seen, input, now: tuesday }))
    const { json } = await given(reference, number)
    expect(json.requests[0]?.events.at(-1)?.amended).toEqual([
      { field: 'personal.contactPhone', before: '+8613900139001', after: '+8613900139055' },
    ])
  })

  it('leaves out what is somebody else’s', async () => {
    const [number, agentNumber] = [someNumber(), someNumber()]
    const agent = {
      relation: 'agent',
      name: '代办示例',
      document: { type: 'resident_id', number: agentNumber },
      authority: { kind: 'written_mandate', issuedOn: '2026-03-01' },
    }
    const { reference } = await opened({ ...heldBy(number), applicant: agent })
    const ofHolder = (await given(reference, number)).json
    expect(ofHolder.requests).toMatchObject([{ reference, relation: 'agent', contact: null }])
    for (const others of ['代办示例', agentNumber, '13900139001'])
      expect(JSON.stringify(ofHolder)).not.toContain(others)
    const ofAgent = (await given(reference, agentNumber)).json
    expect(ofAgent).toMatchObject({
      person: { name: '代办示例', document: { number: agentNumber } },
      requests: [],
      actedFor: [{ reference, relation: 'agent', authority: { kind: 'written_mandate' } }],
    })
    for (const others of ['本人示例', number]) expect(JSON.stringify(ofAgent)).not.toContain(others)
  })
})

describe('giving it', () => {
  let reference = ''
  let number = ''
  beforeEach(async () => {
    number = someNumber()
    reference = (await opened(heldBy(number))).reference
  })
  const give = async (document: string, actor?: Awaited<ReturnType<typeof staff>>) =>
    giveCopy({
      actor: actor ?? (await staff()),
      reference,
      asked: asked(document),
      now: tuesday,
    })

  it('takes the number of the document at the counter, and notes nothing of a wrong one', async () => {
    const before = await database().requestEvent.count()
    expect(await give(someNumber())).toMatchObject({
      refusal: { code: 'invalid', errors: { document: 'document_not_matched' } },
    })
    expect(await database().requestEvent.count()).toBe(before)
    expect(await dataCopy(await staff(), reference, tuesday)).toBeNull()
  })

  it('is for the store’s people; for a quarter of an hour, and for who gave it', async () => {
    const stranger = { ...(await staff()), memberships: [] }
    expect(await give(number, stranger)).toMatchObject({ refusal: { code: 'not_found' } })
    expect((await give(number)).ok).toBe(true)
    expect(await dataCopy(await staff(), reference, later(14))).not.toBeNull()
    expect(await dataCopy(await staff(), reference, later(16))).toBeNull()
    expect(await dataCopy(await reviewer(), reference, later(1))).toBeNull()
  })

  it('gives what is left once the numbers are masked, and nothing after an erasure', async () => {
    const other = someNumber()
    const ended = await completed(heldBy(other))
    const actor = await staff()
    const refund = { duty: 'note_refund' as const, input: { refund: 'paid' }, now: tuesday }
    must(await noteDuty({ actor, reference: ended.reference, ...refund }))
    must(await maskRequest(ended.reference, later(731 * 24 * 60)))
    const { json } = await given(ended.reference, other)
    expect(json.requests).toMatchObject([{ reference: ended.reference, number: null }])
    must(await eraseRequest({ actor: await reviewer(), reference: ended.reference, now: tuesday }))
    const again = { actor, reference: ended.reference, asked: asked(other), now: tuesday }
    expect(await giveCopy(again)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await dataCopy(actor, ended.reference, later(1))).toBeNull()
  })
})
