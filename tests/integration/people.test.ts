// Who comes to the counter, and what proves it (P3, P17, P25).
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  amendRequest,
  confirmContact,
  makeMove,
  noteStep,
  openRequest,
} from '@/lib/writer'
import { deathsKnown } from '@/lib/cancellation/queries/deaths'
import { cancelledAmong } from '@/lib/cancellation/queries/live'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { sendCode } from '@/lib/notices/codes/commands'
import { sendNotice } from '@/lib/notices/outbox/commands'
import { noticesOf } from '@/lib/notices/outbox/queries'
import { materialsToNote } from '@/lib/guide/resolve'
import { preflight } from '@/lib/cancellation/queries/preflight'
import { database } from '@/lib/db/client'
import { residentId } from '@/lib/ops/seed/demo-people'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { completed, must, opened, someInput, staff, tuesday } from '../factories/requests'

const guardian = {
  relation: 'guardian',
  name: '监护示例',
  document: { type: 'resident_id', number: residentId(701) },
  authority: { kind: 'guardianship', proof: 'household_register' },
}
const child = {
  name: '孩子示例',
  document: { type: 'household_register', number: '110000201605010030' },
}

/** The request as its clerk sees it, and what it was recorded from. */
async function seen(reference: string) {
  const one = await oneRequest(await staff(), reference, tuesday)
  if (!one?.personal || !one.identifiers) throw new Error('not to be read')
  return { ...one, input: inputOf(one.record, one.personal, one.identifiers) }
}

describe('a child with a guardian', () => {
  it('is recorded from the household register, which has no date, and brings a document', async () => {
    const { reference } = await opened({ holder: child, applicant: guardian })
    const { record, situation, input } = await seen(reference)
    expect(record.authority).toEqual({ ...guardian.authority, issuedOn: null })
    expect(
      materialsToNote(situation.guide.materials, 'guardian', []).map(({ id }) => id),
    ).toContain('minor_document')
    // An amendment begins with what was recorded, and leaves it as it was.
    const seenNow = { reference, version: record.version }
    const now = tuesday
    const amended = must(await amendRequest({ actor: await staff(), seen: seenNow, input, now }))
    expect(amended.authority).toEqual(record.authority)
  })
})

describe('an organisation', () => {
  const agent = {
    relation: 'company_agent',
    name: '经办示例',
    document: { type: 'resident_id', number: residentId(702) },
    authority: { kind: 'company_letter', issuedOn: '2026-03-01' },
  }
  it.each(['business_licence', 'institution_certificate'] as const)(
    'is known by the unified social credit code of its %s',
    async (type) => {
      const holder = { name: '示例单位', document: { type, number: '91350100M000100Y43' } }
      const input = someInput({ holder, applicant: agent })
      const written = await openRequest({ actor: await staff(), input, now: tuesday })
      expect(must(written).documentType).toBe(type)
      const wrong = { ...holder, document: { type, number: '91350100M000100Y44' } }
      expect(() => someInput({ holder: wrong, applicant: agent })).toThrow(
        'credit_code_check_failed',
      )
    },
  )
})

describe('ages (P25)', () => {
  const born = (serial: number, day: string) => ({
    name: '年轻示例',
    document: { type: 'resident_id', number: residentId(serial, day) },
  })
  const open = async (change: Parameters<typeof someInput>[0]) =>
    openRequest({ actor: await staff(), input: someInput(change), now: tuesday })

  it('asks about a minor of 17 who comes alone, and keeps the reason sealed', async () => {
    const holder = born(711, '20080501')
    expect(await open({ holder })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: { 'explained.holder_minor': 'explanation_needed' } },
    })
    const explained = { holder_minor: '自食其力', guardian_not_older: '多余的话' }
    const { reference, version } = must(await open({ holder, explained }))
    const { record, personal, input } = await seen(reference)
    expect(record.explained).toEqual(['holder_minor'])
    expect(personal?.explained).toEqual({ holder_minor: '自食其力' })
    const row = await database().requestEvent.findFirstOrThrow({
      where: { requestId: record.id },
    })
    expect(JSON.stringify(row.facts)).not.toContain('自食其力')
    // Once the holder is of age by the corrected number, nothing is asked any more.
    const corrected = { ...input, holder: someInput({ holder: born(712, '19990501') }).holder }
    const seenNow = { reference, version }
    const amended = must(
      await amendRequest({ actor: await staff(), seen: seenNow, input: corrected, now: tuesday }),
    )
    expect(amended.explained).toBeUndefined()
  })

  it('has no answer for a child of 15 who comes alone, or acts for somebody', async () => {
    const explained = { holder_minor: '自食其力', applicant_minor: '自食其力' }
    expect(await open({ holder: born(713, '20100501'), explained })).toMatchObject({
      refusal: { errors: { 'applicant.relation': 'holder_needs_guardian' } },
    })
    const agent = { relation: 'agent', ...born(714, '20100501') }
    const authority = { kind: 'written_mandate', issuedOn: '2026-03-01' }
    expect(await open({ applicant: { ...agent, authority }, explained })).toMatchObject({
      refusal: { errors: { 'applicant.document.number': 'applicant_too_young' } },
    })
  })

  it('asks for the birth date of an agent whose document has none, and keeps it sealed', async () => {
    const applicant = {
      relation: 'agent',
      name: '代办示例',
      document: { type: 'passport', number: 'E12345678', country: 'CN' },
      authority: { kind: 'written_mandate', issuedOn: '2026-03-01' },
    }
    expect(() => someInput({ applicant })).toThrow('birth_date_needed')
    const dated = { ...applicant.document, birthDate: '2009-05-05' }
    const young = { ...applicant, document: dated }
    expect(await open({ applicant: young })).toMatchObject({
      refusal: { errors: { 'explained.applicant_minor': 'explanation_needed' } },
    })
    const of = { ...young, document: { ...dated, birthDate: '1999-05-05' } }
    const { reference } = must(await open({ applicant: of }))
    const { identifiers, input } = await seen(reference)
    expect(identifiers?.applicantBirthDate).toBe('1999-05-05')
    expect(input.applicant).toMatchObject({ document: { birthDate: '1999-05-05' } })
  })

  it('tells the counter before anything is recorded', async () => {
    const actor = await staff()
    const told = async (day: string) =>
      (await preflight(actor, { holder: born(715, day) }, tuesday)).questions
    expect(await told('20080501')).toEqual([{ code: 'holder_minor', answerable: true }])
    expect(await told('20100501')).toEqual([{ code: 'holder_minor', answerable: false }])
    expect(await told('19900501')).toEqual([])
  })
})

describe('a holder who has died (P29)', () => {
  const heir = {
    relation: 'heir',
    name: '继承示例',
    document: { type: 'resident_id', number: residentId(721) },
    authority: { kind: 'kinship', proof: 'household_register' },
  }

  it('is refunded by a route that an heir has, and the number is never written to', async () => {
    const { reference, reason } = await opened({ applicant: heir, reason: 'death' })
    expect(reason).toBe('death')
    const note = async (route: string) =>
      noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '12.80', route },
        now: tuesday,
      })
    expect(await note('original_payment')).toMatchObject({
      refusal: { code: 'invalid', errors: { route: 'route_not_for_heir' } },
    })
    expect(must(await note('cash')).refund?.route).toBe('cash')
    const { identifiers } = await seen(reference)
    const number = identifiers?.number ?? ''
    const other = '+8613900139001'
    expect(await cancelledAmong([number, other], '2026-03-10')).toEqual(new Set([number]))
    // Recorded by mistake and withdrawn: the number is written to again.
    const withdraw = { move: 'withdraw' as const, input: { reason: 'mistake' }, now: tuesday }
    must(await makeMove({ actor: await staff(), seen: { reference }, ...withdraw }))
    expect(await cancelledAmong([number], '2026-03-10')).toEqual(new Set())
  })

  it('leaves no contact to the heir who takes the request over', async () => {
    const { reference, version } = await opened()
    const { input } = await seen(reference)
    const amend = async (contact: object) =>
      amendRequest({
        actor: await staff(),
        seen: { reference, version },
        input: someInput({ ...input, applicant: heir, reason: 'death', contact }),
        now: tuesday,
      })
    expect(await amend(input.contact)).toMatchObject({
      refusal: { code: 'invalid', errors: { 'contact.phone': 'contact_of_the_dead' } },
    })
    expect(must(await amend({ phone: '+8613900139002' })).relation).toBe('heir')
  })

  const heldBy = (number: string) => ({
    holder: { name: '已故示例', document: { type: 'resident_id', number } },
  })
  const sendRecorded = async ({ id, reference }: RequestRecord) => {
    const sent: string[] = []
    const gateway = { send: async ({ to }: { to: string }) => void sent.push(to) }
    const [notice] = await noticesOf(id, reference)
    const state = await sendNotice(notice?.id ?? '', tuesday, { text: gateway, mail: gateway })
    const [after] = await noticesOf(id, reference)
    return { state, fault: after?.fault, sent }
  }

  it('is not written to about any other request, until an heir applies', async () => {
    const dead = heldBy(residentId(731))
    const own = await opened({ ...dead, contact: { phone: '+8613900139031' } })
    const stranger = await opened(heldBy(residentId(732)))
    // The heir is not dead, whatever else the heir cancels.
    const ofHeir = await opened({
      holder: { name: heir.name, document: heir.document },
      contact: { phone: '+8613900139033' },
    })
    const telling = await opened({ ...dead, applicant: heir, reason: 'death' })
    const muted = { state: 'skipped', fault: 'holder_died', sent: [] }
    expect(await sendRecorded(own)).toEqual(muted)
    for (const other of [stranger, ofHeir, telling])
      expect(await sendRecorded(other)).toMatchObject({ state: 'sent', fault: null })
    expect(await sendCode(own.id, 'confirm', tuesday)).toMatchObject({
      refusal: { code: 'contact_gone' },
    })
    const { record, identifiers, input } = await seen(own.reference)
    expect(await deathsKnown([{ record, identifiers }])).toEqual(
      new Map([[own.id, { reference: telling.reference, storeId: expect.any(String) }]]),
    )

    const contact = { phone: '+8613900139039' }
    const taken = must(
      await amendRequest({
        actor: await staff(),
        seen: { reference: own.reference, version: own.version },
        input: someInput({ ...input, applicant: heir, reason: 'death', contact }),
        now: tuesday,
      }),
    )
    expect(await deathsKnown([{ record: taken, identifiers }])).toEqual(new Map())
    expect((await sendCode(own.id, 'confirm', tuesday)).ok).toBe(true)
  })

  it('was recorded by mistake when that request is withdrawn or rejected', async () => {
    const dead = heldBy(residentId(741))
    const own = await opened(dead)
    const { reference } = await opened({ ...dead, applicant: heir, reason: 'death' })
    const withdraw = { move: 'withdraw' as const, input: { reason: 'mistake' }, now: tuesday }
    must(await makeMove({ actor: await staff(), seen: { reference }, ...withdraw }))
    expect(await sendRecorded(own)).toMatchObject({ state: 'sent', fault: null })
  })

  it('is counted by its reason', async () => {
    const why = async () => {
      const rows = await database().reportCount.findMany({ where: { why: 'death' } })
      return rows.length
    }
    const before = await why()
    await opened({ applicant: heir, reason: 'death' })
    expect(await why()).toBe(before + 1)
  })
})

describe('a customer who goes by the slip alone (P12)', () => {
  const atEnd = async () => {
    const record = await opened({ contact: { printedSlipOnly: true } })
    return must(await walkPhase(await staff(), record, 'before_review', tuesday))
  }
  const submit = async ({ reference }: RequestRecord, input: object, actor?: Actor) =>
    makeMove({
      actor: actor ?? (await staff()),
      seen: { reference },
      move: 'submit',
      input: { ...input },
      now: tuesday,
    })

  it('signs it before the request is submitted', async () => {
    const record = await atEnd()
    const unsigned = { refusal: { code: 'unmet', unmet: ['contact_reachable'] } }
    expect(await submit(record, {})).toMatchObject(unsigned)
    expect(await submit(record, { slipSigned: false })).toMatchObject(unsigned)
    const { contactConfirmed, state, version } = must(await submit(record, { slipSigned: true }))
    expect({ how: contactConfirmed?.how, state }).toEqual({ how: 'signed', state: 'in_review' })
    expect(version).toBe(record.version + 2)
  })

  it('has signed it once and for all', async () => {
    const record = await atEnd()
    const { reference } = record
    must(await confirmContact({ actor: await staff(), reference, how: 'signed', now: tuesday }))
    expect(must(await submit(record, { slipSigned: true })).version).toBe(record.version + 2)
  })

  it('does not say so in place of staff', async () => {
    const change = { channel: 'online', region: 'CN-GD', contact: { printedSlipOnly: true } }
    const record = await opened(change)
    must(await walkPhase(await staff(), record, 'before_review', tuesday))
    const customer = { kind: 'customer', requestId: record.id } as const
    expect(await submit(record, { slipSigned: true }, customer)).toMatchObject({
      refusal: { unmet: ['contact_reachable'] },
    })
  })

  it('is given the receipt on paper, having nowhere to be sent it', async () => {
    const note = async (reference: string, handedOver: string) =>
      noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'receipt',
        input: { handedOver },
        now: tuesday,
      })
    const slip = await completed({ contact: { printedSlipOnly: true } })
    expect(await note(slip.reference, 'sent')).toMatchObject({
      refusal: { code: 'invalid', errors: { handedOver: 'nowhere_to_send' } },
    })
    must(await note(slip.reference, 'printed'))
    must(await note((await completed()).reference, 'sent'))
  })
})
