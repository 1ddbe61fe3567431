// Another number of the same visit takes over what is the person's, and only from a request that
// the same clerk recorded at the same store on the same day.
import { beforeAll, expect, it } from 'vitest'
import { createAccount } from '@/lib/accounts/commands'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { requestOfVisit } from '@/lib/cancellation/queries/same-visit'
import { walkOf } from '@/lib/cancellation/rules/walk'
import { residentId } from '@/lib/ops/seed/demo-people'
import { smoothOutcome, walkPhase } from '@/lib/ops/seed/demo-walk'
import { createStore } from '@/lib/stores/commands'
import { confirmContact, makeMove, noteStep, openFurtherNumber } from '@/lib/writer'
import {
  by,
  completed,
  must,
  opened,
  reviewer,
  someInput,
  staff,
  submitted,
  tuesday,
} from '../factories/requests'

const wednesday = new Date('2026-03-11T02:00:00Z')
const holder = (serial: number, number?: string) => ({
  name: '柳测试',
  document: { type: 'resident_id', number: number ?? residentId(serial) },
})

beforeAll(async () => {
  const far = { nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1' }
  await createStore({ code: 'far', region: 'CN-SH', ...far })
  for (const [email, storeCode] of [
    ['beside@example.test', 'demo'],
    ['far@example.test', 'far'],
  ] as const) {
    const password = 'a password of a clerk'
    const made = await createAccount({ email, name: 'x', password, role: 'staff', storeCode })
    if (!made.ok) throw new Error(made.refusal.code)
  }
})

/** What the form sends for a further number: all but the document's number. */
function asked(change: object = {}) {
  const { customerWaiting: _, previous: __, ...input } = someInput()
  return { ...input, holder: { name: '柳测试', document: { type: 'resident_id' } }, ...change }
}

/** A request of this holder with what a clerk notes of the person, and the contact verified. */
async function withFacts(serial: number, change: Parameters<typeof someInput>[0] = {}) {
  const clerk = await staff()
  const record = await opened({ holder: holder(serial), ...change })
  must(await walkPhase(clerk, record, 'before_review', tuesday))
  const { reference } = record
  return must(await confirmContact({ actor: clerk, reference, how: 'code', now: tuesday }))
}

const furtherOf = async (from: string, change = {}, now = tuesday, actor = staff()) =>
  openFurtherNumber({ actor: await actor, from, asked: asked(change), now })

const one = async (reference: string) => {
  const found = await oneRequest(await staff(), reference, tuesday)
  if (!found) throw new Error('gone')
  return found
}
const eventsOf = async (id: string) =>
  (await historyOf(id)).map(({ type, facts }) => [type, facts.kind, facts.from])

it('copies the document’s number without its being sent, and notes what is the person’s', async () => {
  const { reference } = await withFacts(801)
  const further = must(await furtherOf(reference))
  const { identifiers, personal, record, situation } = await one(further.reference)
  expect(identifiers?.holderDocument).toBe(residentId(801))
  expect(personal?.holderDocumentMasked).not.toContain(residentId(801).slice(0, 8))
  expect(await eventsOf(further.id)).toEqual([
    ['open', undefined, reference],
    ['confirm_contact', undefined, reference],
    ['note', 'materials', reference],
    ['note', 'identity_check', reference],
  ])
  const states = Object.fromEntries(walkOf(situation).map(({ step, state }) => [step.kind, state]))
  expect(states).toMatchObject({
    materials: 'partial',
    identity_check: 'partial',
    obligations: 'ready',
    balance: 'ready',
    application_form: 'ready',
    card_return: 'blocked',
  })
  const [papers] = Object.values(record.steps).filter(({ kind }) => kind === 'materials')
  expect(papers?.outcome).toEqual({ items: { identity_document: { state: 'present' } } })
  expect(record).toMatchObject({ contactConfirmed: { how: 'code' }, assignee: (await staff()).id })
})

it('does not submit on what was taken over, but on what is noted of this number', async () => {
  const clerk = await staff()
  const { reference } = await withFacts(802)
  const further = must(await furtherOf(reference))
  const submit = () =>
    makeMove({
      actor: clerk,
      seen: { reference: further.reference },
      move: 'submit',
      input: {},
      now: tuesday,
    })
  expect(await submit()).toMatchObject({
    ok: false,
    refusal: { unmet: expect.arrayContaining(['identity_matched', 'materials_complete']) },
  })
  must(await walkPhase(clerk, further, 'before_review', tuesday))
  expect(must(await submit()).state).toBe('in_review')
})

it('lends once more what a further number was completed with', async () => {
  const { reference } = await withFacts(803)
  const second = must(await furtherOf(reference))
  must(await walkPhase(await staff(), second, 'before_review', tuesday))
  const third = must(await furtherOf(second.reference))
  expect((await eventsOf(third.id)).map(([, , from]) => from)).toEqual(
    Array(4).fill(second.reference),
  )
})

it('takes over from a completed request, and from one in review', async () => {
  for (const { reference } of [
    await submitted({ holder: holder(804) }),
    await completed({ holder: holder(804) }),
  ])
    expect((await furtherOf(reference)).ok).toBe(true)
})

it.each([
  ['another store’s clerk', tuesday, 'far@example.test'],
  ['another clerk of the store', tuesday, 'beside@example.test'],
  ['the store’s reviewer', tuesday, 'reviewer@example.test'],
  ['the same clerk on the next day', wednesday, 'staff@example.test'],
])('gives nothing to %s', async (_, now, email) => {
  const { reference } = await opened({ holder: holder(805) })
  const actor = await by(email)
  expect(await requestOfVisit(actor, reference, now)).toBeNull()
  expect(await furtherOf(reference, {}, now, Promise.resolve(actor))).toEqual({
    ok: false,
    refusal: { code: 'not_found' },
  })
})

it('gives nothing at another store of the same clerk, nor after it was withdrawn', async () => {
  const { reference } = await opened({ holder: holder(806) })
  expect(await furtherOf(reference, { store: 'far' })).toMatchObject({ ok: false })
  must(
    await makeMove({
      actor: await staff(),
      seen: { reference },
      move: 'withdraw',
      input: { reason: 'changed_mind' },
      now: tuesday,
    }),
  )
  expect(await requestOfVisit(await staff(), reference, tuesday)).toBeNull()
})

it('asks for the document of another name, and carries nothing to another document', async () => {
  const { reference } = await withFacts(807)
  const document = { type: 'resident_id' }
  expect(await furtherOf(reference, { holder: { name: '柳别人', document } })).toMatchObject({
    refusal: { errors: { 'holder.document.number': 'required' } },
  })
  const other = must(await furtherOf(reference, { holder: holder(808) }))
  expect((await eventsOf(other.id)).map(([type]) => type)).toEqual(['open', 'confirm_contact'])
})

it('verifies no other contact, and none that somebody else verified', async () => {
  const { reference } = await withFacts(809)
  const other = must(await furtherOf(reference, { contact: { phone: '+8613900139002' } }))
  expect((await eventsOf(other.id)).map(([type]) => type)).not.toContain('confirm_contact')

  const second = await opened({ holder: holder(810) })
  const actor = await reviewer()
  must(await confirmContact({ actor, reference: second.reference, how: 'code', now: tuesday }))
  const further = must(await furtherOf(second.reference))
  expect((await eventsOf(further.id)).map(([type]) => type)).toEqual(['open'])
})

it('carries no identity that somebody else checked', async () => {
  const record = await opened({ holder: holder(811) })
  must(
    await noteStep({
      actor: await reviewer(),
      seen: { reference: record.reference },
      step: 'identity_check',
      input: await smoothOutcome('identity_check', record, tuesday),
      now: tuesday,
    }),
  )
  const further = must(await furtherOf(record.reference))
  expect((await eventsOf(further.id)).map(([type]) => type)).toEqual(['open'])
})
