import { describe, expect, it } from 'vitest'
import { accountBySignIn, accountById } from '@/lib/accounts/queries'
import { createAccount } from '@/lib/accounts/commands'
import { makeMove, noteStep, openRequest, reissueSlip } from '@/lib/writer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { statusAccess, statusOf } from '@/lib/cancellation/queries/status'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { database } from '@/lib/db/client'
import { receiptByNumber } from '@/lib/receipts/queries'
import {
  completed,
  must,
  opened,
  reviewer,
  someInput,
  staff,
  submitted,
  tuesday,
} from '../factories/requests'

describe('the writer', () => {
  it.each([
    [
      'a channel that is not offered',
      { carrier: 'china-broadnet', channel: 'online' },
      ['channel_offered'],
    ],
    ['a region that this store does not serve', { region: 'CN-XZ' }, ['store_serves']],
    [
      'an applicant whom the carrier does not accept',
      {
        carrier: 'china-broadnet',
        applicant: {
          relation: 'agent',
          name: '代办',
          document: {
            type: 'passport',
            number: 'E12345678',
            country: 'CN',
            birthDate: '1985-05-05',
          },
          authority: { kind: 'written_mandate', issuedOn: '2026-01-05' },
        },
      },
      ['applicant_allowed'],
    ],
    ['a number that is to be kept', { keepNumber: true }, ['number_not_kept']],
    ['a request without consent', { consent: false }, ['consent_given']],
  ])('refuses %s', async (_, change, unmet) => {
    const before = await database().request.count()
    expect(
      await openRequest({ actor: await staff(), input: someInput(change), now: tuesday }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'unmet', unmet },
    })
    expect(await database().request.count()).toBe(before)
  })

  it('answers not_found to staff of other stores', async () => {
    await database().store.create({
      data: {
        code: 'far',
        nameZh: '远',
        nameEn: 'Far',
        addressZh: '',
        addressEn: '',
        phone: '',
        region: 'CN-BJ',
        servesRegions: ['CN-SH'],
      },
    })
    const made = await createAccount({
      email: 'far@example.test',
      name: 'Far',
      password: 'far-away-password',
      role: 'staff',
      storeCode: 'far',
    })
    const far = await accountById(made.ok ? made.value.id : '')
    if (!far) throw new Error('no account')
    const { reference } = await opened()
    const elsewhere = { kind: 'account' as const, ...far }
    expect(
      await makeMove({
        actor: elsewhere,
        seen: { reference },
        move: 'withdraw',
        input: { reason: 'other' },
        now: tuesday,
      }),
    ).toEqual({ ok: false, refusal: { code: 'not_found' } })
    expect(
      await noteStep({
        actor: elsewhere,
        seen: { reference },
        step: 'balance',
        input: { amount: '0', route: 'none' },
        now: tuesday,
      }),
    ).toEqual({ ok: false, refusal: { code: 'not_found' } })
    expect(await oneRequest(far, reference, tuesday)).toBeNull()
    // With the slip's code the request can be brought over to that store.
    expect(
      await makeMove({
        actor: elsewhere,
        seen: { reference },
        move: 'transfer',
        input: { slipCode: 'AAAAAA' },
        now: tuesday,
        receiving: {
          id: far.memberships[0]?.storeId ?? '',
          code: 'far',
        },
      }),
    ).toMatchObject({ refusal: { unmet: ['slip_or_identity'] } })
    const row = await database().request.findUniqueOrThrow({ where: { reference } })
    const { code } = await slipSecrets(row.id, 1)
    expect(
      must(
        await makeMove({
          actor: elsewhere,
          seen: { reference },
          move: 'transfer',
          input: { slipCode: code },
          now: tuesday,
          receiving: {
            id: far.memberships[0]?.storeId ?? '',
            code: 'far',
          },
        }),
      ).store,
    ).toBe('far')
    expect(await oneRequest(far, reference, tuesday)).not.toBeNull()
    expect(await oneRequest(await staff(), reference, tuesday)).toBeNull()
  })

  it('voids a lost slip when a request is transferred without it, and keeps one that was shown', async () => {
    const made = await createAccount({
      email: 'lost@example.test',
      name: 'Lost',
      password: 'far-away-password',
      role: 'staff',
      storeCode: 'far',
    })
    const clerk = await accountById(made.ok ? made.value.id : '')
    if (!clerk) throw new Error('no account')
    const far = { id: clerk.memberships[0]?.storeId ?? '', code: 'far' }
    const transfer = async (input: Record<string, unknown>, reference: string) =>
      must(
        await makeMove({
          actor: { kind: 'account', ...clerk },
          seen: { reference },
          move: 'transfer',
          input,
          now: tuesday,
          receiving: far,
        }),
      )
    const lost = await opened()
    expect((await transfer({ identityMatched: true }, lost.reference)).slip.serial).toBe(2)
    const { code: old } = await slipSecrets(lost.id, 1)
    expect(await statusAccess(lost.reference, old, tuesday)).toBeNull()
    const shown = await opened()
    const { code } = await slipSecrets(shown.id, 1)
    expect((await transfer({ slipCode: code }, shown.reference)).slip.serial).toBe(1)
  })

  it('refuses a step out of order and names the missing demand', async () => {
    const { reference } = await opened()
    const by = await staff()
    expect(
      await noteStep({
        actor: by,
        seen: { reference },
        step: 'carrier_submission',
        input: { carrierReference: 'X', submittedOn: '2026-03-10', passwordTypedByHolder: true },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'unmet', unmet: ['approved'] } })
    expect(
      await noteStep({
        actor: by,
        seen: { reference },
        step: 'card_return',
        input: { state: 'lost', words: 'gone' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { unmet: ['identity_matched'] } })
    expect(
      await makeMove({ actor: by, seen: { reference }, move: 'submit', input: {}, now: tuesday }),
    ).toMatchObject({
      refusal: {
        code: 'unmet',
        unmet: expect.arrayContaining(['identity_matched', 'card_accounted']),
      },
    })
    expect(
      await noteStep({ actor: by, seen: { reference }, step: 'nonsense', input: {}, now: tuesday }),
    ).toMatchObject({
      refusal: { code: 'unknown_step' },
    })
  })

  it('names the invalid field of a note', async () => {
    const { reference } = await opened()
    expect(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '1.234', route: 'cash' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'invalid', errors: { amount: 'amount_malformed' } } })
    expect(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '5', route: 'none' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { errors: { route: 'refund_route_needed' } } })
    expect(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'advice',
        input: { accountsUnbound: true },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { errors: { cannotBeUndone: 'must_be_ticked' } } })
    expect(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '1.00', route: 'cash', colour: 'red' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { errors: { colour: 'unknown_field' } } })
  })

  it('refuses a note after a newer one of its step, or if asked after any change', async () => {
    const { reference } = await opened()
    const by = await staff()
    const balance = { amount: '1.00', route: 'cash' }
    must(
      await noteStep({
        actor: by,
        seen: { reference, version: 1 },
        step: 'advice',
        input: { accountsUnbound: true, cannotBeUndone: true },
        now: tuesday,
      }),
    )
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version: 1, exactly: true },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'stale' } })
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version: 1, exactly: true },
        step: 'balance',
        input: { amount: 'much' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'invalid' } })
    must(
      await noteStep({
        actor: by,
        seen: { reference, version: 1 },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    )
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version: 1 },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'stale' } })
    must(
      await noteStep({
        actor: by,
        seen: { reference, version: 3, exactly: true },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    )
  })

  it('does not let a reviewer approve a request they worked on', async () => {
    const { reference } = await submitted()
    const person = await staff()
    const both = {
      ...person,
      memberships: [
        ...person.memberships,
        ...person.memberships.map((membership) => ({ ...membership, role: 'reviewer' as const })),
      ],
    }
    expect(
      await makeMove({
        actor: both,
        seen: { reference },
        move: 'approve',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { unmet: ['second_person'] },
    })
    expect(
      await makeMove({
        actor: await reviewer(),
        seen: { reference },
        move: 'approve',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({
      ok: true,
    })
  })

  it('promises working days and issues the receipt only on completion', async () => {
    const beforeFestival = new Date('2026-02-13T02:00:00Z')
    const { promises, receipt } = await submitted({}, beforeFestival)
    expect(promises.decision).toMatchObject({
      date: '2026-02-25',
      estimated: false,
      reason: 'from_submission',
    })
    expect(receipt).toBeNull()
    const done = await completed()
    expect(done.receipt?.number).toMatch(/^\w{12}$/)
    expect(await receiptByNumber(done.receipt?.number ?? '')).toMatchObject({
      numberMasked: expect.stringMatching(/^138\*{4}\d{4}$/),
    })
    expect(
      await makeMove({
        actor: await reviewer(),
        seen: done,
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({
      ok: false,
    })
  })

  it('opens a new request for a number whose last one has ended', async () => {
    const phoneNumber = '13800136666'
    const { reference } = await opened({ phoneNumber })
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference },
        move: 'withdraw',
        input: { reason: 'mistake' },
        now: tuesday,
      }),
    )
    expect(
      await openRequest({ actor: await staff(), input: someInput({ phoneNumber }), now: tuesday }),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('status without an account', () => {
  it('opens by phone or slip; a new slip voids the old one', async () => {
    const { reference, id } = await opened()
    const first = await slipSecrets(id, 1)
    expect(await statusAccess(reference, '9001', tuesday)).toMatchObject({ by: 'phone' })
    expect(await statusAccess(reference, first.code.toLowerCase(), tuesday)).toMatchObject({
      by: 'slip',
    })
    expect(await statusAccess(reference, first.link, tuesday)).toMatchObject({ by: 'slip' })
    for (const wrong of ['9002', '001', '', 'AAAAAA', 'x'.repeat(22)])
      expect(await statusAccess(reference, wrong, tuesday)).toBeNull()
    must(await reissueSlip({ actor: await staff(), reference, now: tuesday }))
    expect(await statusAccess(reference, first.code, tuesday)).toBeNull()
    const { code } = await slipSecrets(id, 2)
    expect(await statusAccess(reference, code, tuesday)).toMatchObject({ by: 'slip' })
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference },
        move: 'withdraw',
        input: { reason: 'other' },
        now: tuesday,
      }),
    )
    const daysOn = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
    expect(await statusAccess(reference, code, daysOn(180))).toMatchObject({ by: 'slip' })
    expect([
      await statusAccess(reference, code, daysOn(181)),
      await statusAccess(reference, '9001', daysOn(181)),
    ]).toEqual([null, null])
  })

  it('shows the stage, the promise and what the staff wrote', async () => {
    const { reference } = await submitted()
    expect(await statusOf(reference, false, tuesday)).toMatchObject({
      stage: 'under_review',
      stoppable: true,
      promise: { of: 'decision', date: '2026-03-13' },
      numberMasked: expect.stringContaining('****'),
    })
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference },
        move: 'reject',
        input: { reason: 'other', words: '请先实名' },
        now: tuesday,
      }),
    )
    expect(await statusOf(reference, false, tuesday)).toMatchObject({
      stage: 'not_accepted',
      words: '请先实名',
      stoppable: false,
      promise: null,
    })
  })
})

describe('a customer', () => {
  it('can act on their own request only, within their rights', async () => {
    const path = { channel: 'online' as const, region: 'CN-GD' }
    const mine = await opened(path)
    const other = await opened(path)
    const me = { kind: 'customer' as const, requestId: mine.id }
    const acts = async () => (await statusOf(mine.reference, true, tuesday))?.acts
    expect(await statusOf(mine.reference, false, tuesday)).toMatchObject({ acts: null })
    expect(await acts()).toMatchObject({
      withdraw: { atCarrier: false },
      supply: false,
      submission: null,
      submit: { unmet: expect.arrayContaining(['materials_complete']) },
      aftercare: null,
    })
    expect(
      await makeMove({
        actor: me,
        seen: { reference: other.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
    expect(
      await noteStep({
        actor: me,
        seen: { reference: mine.reference },
        step: 'balance',
        input: { amount: '0', route: 'none' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })
    expect(
      await makeMove({
        actor: me,
        seen: { reference: mine.reference },
        move: 'approve',
        input: { carrierResult: 'OK' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })

    // The counter does its part; from home comes the carrier's reference, and the submission.
    const submission =
      (await oneRequest(await staff(), mine.reference, tuesday))?.situation.guide.steps.find(
        ({ kind }) => kind === 'carrier_submission',
      )?.id ?? ''
    must(await walkPhase(await staff(), mine, 'before_review', tuesday, [submission]))
    expect(await acts()).toMatchObject({
      submission: { id: submission },
      submit: { unmet: ['carrier_submitted'] },
    })
    must(
      await noteStep({
        actor: me,
        seen: { reference: mine.reference },
        step: submission,
        input: {
          carrierReference: 'WEB-1',
          submittedOn: '2026-03-10',
          passwordTypedByHolder: true,
        },
        now: tuesday,
      }),
    )
    expect(await acts()).toMatchObject({ withdraw: { atCarrier: true }, submit: { unmet: [] } })
    expect(
      must(
        await makeMove({
          actor: me,
          seen: { reference: mine.reference },
          move: 'submit',
          input: {},
          now: tuesday,
        }),
      ),
    ).toMatchObject({ state: 'in_review' })
    expect(
      await makeMove({
        actor: me,
        seen: { reference: mine.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { unmet: ['carrier_cancelled_it'] } })

    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: mine.reference },
        move: 'ask',
        input: { items: [{ step: submission, words: '请发截图' }] },
        now: tuesday,
      }),
    )
    expect(await acts()).toMatchObject({ supply: true })
    expect(
      await makeMove({
        actor: me,
        seen: { reference: mine.reference },
        move: 'supply',
        input: { answers: [] },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { unmet: ['items_answered'] } })
    must(
      await makeMove({
        actor: me,
        seen: { reference: mine.reference },
        move: 'supply',
        input: { answers: [{ step: submission, words: '受理编号是 WEB-1' }] },
        now: tuesday,
      }),
    )
  })
})

describe('accounts', () => {
  it('sign in by e-mail and password, and not once disabled', async () => {
    const id = await accountBySignIn('Staff@Example.test ', 'integration-password')
    expect(id).toBeTruthy()
    expect(await accountBySignIn('staff@example.test', 'wrong')).toBeNull()
    expect(await accountBySignIn('nobody@example.test', 'integration-password')).toBeNull()
    const made = await createAccount({
      email: 'gone@example.test',
      name: 'Gone',
      password: 'gone-with-the-wind',
      role: 'admin',
    })
    if (!made.ok) throw new Error('not made')
    await database().account.update({ where: { id: made.value.id }, data: { disabledAt: tuesday } })
    expect(await accountBySignIn('gone@example.test', 'gone-with-the-wind')).toBeNull()
    expect(await accountById(made.value.id)).toBeNull()
    expect(
      await createAccount({
        email: 'GONE@example.test',
        name: 'Twice',
        password: 'gone-with-the-wind',
        role: 'admin',
      }),
    ).toMatchObject({ refusal: { code: 'email_taken' } })
  })
})
