import { describe, expect, it } from 'vitest'
import { aftercareItems } from '@/lib/cancellation/rules/aftercare-items'
import { withKeptDestination } from '@/lib/cancellation/rules/balance-outcome'
import { dayFaults, outcomeSchemas, partsOf } from '@/lib/cancellation/rules/outcomes'
import type { OnlineWindow } from '@/lib/carriers/rulebook/topics'

describe('what an event says of a step', () => {
  it('holds no words of a material in its plain facts: they could never be erased', () => {
    const noted = outcomeSchemas.materials.parse({
      items: {
        card: { state: 'waived', words: '卡丢了' },
        payment_proof: { state: 'present', words: 'bill of May' },
        identity_document: { state: 'present' },
      },
    })
    const { facts, personal } = partsOf(noted)
    expect(facts).toEqual({
      items: {
        card: { state: 'waived' },
        payment_proof: { state: 'present' },
        identity_document: { state: 'present' },
      },
    })
    expect(personal).toEqual({ items: { card: '卡丢了', payment_proof: 'bill of May' } })
  })
})

describe('a balance', () => {
  it.each([
    ['12.8', 1280],
    ['12.80', 1280],
    ['12.08', 1208],
    ['12', 1200],
    ['0.05', 5],
    ['0', 0],
    ['9999999.99', 999_999_999],
  ])('of %s yuan is %i fen', (amount, amountFen) => {
    const noted = outcomeSchemas.balance.parse({ amount, route: 'cash' })
    expect(noted).toMatchObject({ amountFen })
  })
})

const bank = { bank: '招商银行', owner: '柳测试', account: '6222 0202-0011 2233 446' }

describe('where a refund goes (P20)', () => {
  const split = (input: object) => partsOf(outcomeSchemas.balance.parse({ amount: '5', ...input }))

  it('is a full identifier, and masked where it is shown', () => {
    expect(split({ route: 'bank_transfer', destination: bank })).toEqual({
      facts: { amountFen: 500, route: 'bank_transfer', destination: 'noted' },
      personal: { destination: { bank: '招商银行', owner: '柳测试', masked: '****3446' } },
      identifiers: { account: '6222020200112233446' },
    })
    const number = { route: 'other_number', destination: { number: '138 0013 8001' } }
    expect(split(number)).toMatchObject({
      personal: { destination: { masked: '138****8001' } },
      identifiers: { account: '+8613800138001' },
    })
    const app = { route: 'payment_app', destination: { app: 'alipay', account: 'liu@a.test' } }
    expect(split(app)).toMatchObject({
      personal: { destination: { app: 'alipay', masked: '****test' } },
      identifiers: { account: 'liu@a.test' },
    })
  })

  it('is missing while it is not named, and nothing where the route needs none', () => {
    expect(split({ route: 'bank_transfer' }).facts.destination).toBe('missing')
    const owner = { owner: '柳测试' }
    expect(split({ route: 'bank_transfer', destination: owner }).facts.destination).toBe('missing')
    expect(split({ route: 'cash' }).facts).not.toHaveProperty('destination')
    const nothing = split({ amount: '0', route: 'bank_transfer', destination: bank })
    expect(nothing).toEqual({
      facts: { amountFen: 0, route: 'bank_transfer' },
      personal: {},
      identifiers: {},
    })
  })

  it('keeps the account that a correction of the same route leaves empty', () => {
    const words = { bank: '招商银行', owner: '柳测试' }
    const before = { route: 'bank_transfer', whole: '12345678', words }
    const kept = (input: object) => withKeptDestination(input as Record<string, unknown>, before)
    expect(kept({ route: 'bank_transfer' })).toEqual({
      route: 'bank_transfer',
      destination: { ...words, account: '12345678' },
    })
    expect(kept({ route: 'bank_transfer', destination: { owner: '杨测试' } })).toEqual({
      route: 'bank_transfer',
      destination: { bank: '招商银行', owner: '杨测试', account: '12345678' },
    })
    const typed = { route: 'bank_transfer', destination: { account: '87654321' } }
    expect(kept(typed)).toEqual(typed)
    expect(kept({ route: 'payment_app' })).toEqual({ route: 'payment_app' })
  })
})

describe('what an event says of a step, by who may read it', () => {
  it('keeps codes plain, words and references personal, and full identifiers apart', () => {
    expect(
      partsOf({ state: 'returned', iccid: '89860070310112094320', words: '旧卡' }),
    ).toStrictEqual({
      facts: { state: 'returned' },
      personal: { words: '旧卡', iccidMasked: '****4320' },
      identifiers: { iccid: '89860070310112094320' },
    })
    expect(partsOf({ carrierReference: 'CM-77', submittedOn: '2026-03-09' })).toStrictEqual({
      facts: { submittedOn: '2026-03-09' },
      personal: { carrierReference: 'CM-77' },
      identifiers: {},
    })
    const done = { facts: { done: true }, personal: {}, identifiers: {} }
    expect(partsOf({ done: true })).toStrictEqual(done)
  })

  it('keeps the number of a payment and what a customer is told of a block personal', () => {
    const noted = outcomeSchemas.obligations.parse({
      items: {
        arrears: { state: 'cleared', payment: { amount: '35.5', way: 'cash', number: ' P-1 ' } },
        bundle: { state: 'waiting', waitsFor: 'customer', why: '副卡', lifts: '先销副卡' },
      },
    })
    expect(partsOf(noted)).toEqual({
      facts: {
        items: {
          arrears: { state: 'cleared', payment: { amountFen: 3550, way: 'cash' } },
          bundle: { state: 'waiting', waitsFor: 'customer' },
        },
      },
      personal: {
        blocks: { bundle: { why: '副卡', lifts: '先销副卡' } },
        payments: { arrears: 'P-1' },
      },
      identifiers: {},
    })
  })

  it('has no personal part for items without words', () => {
    const items = { arrears: { state: 'waiting', clearsOn: '2026-04-01' } }
    expect(partsOf({ items })).toEqual({ facts: { items }, personal: {}, identifiers: {} })
  })
})

type Kind = keyof typeof outcomeSchemas
const faultsOf = (kind: Kind, outcome: object) =>
  (outcomeSchemas[kind].safeParse(outcome).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )
const long = 'x'.repeat(501)
const iccid = '89860070310112094320'
const identity = {
  matchedBy: 'carrier_record',
  applicantChecked: true,
  numberMatched: true,
  readBack: true,
}
const sent = { carrierReference: 'X1', submittedOn: '2026-03-09', passwordTypedByHolder: true }

describe('what may be noted of a step', () => {
  it.each([
    ['instruction', { done: true }, {}],
    [
      'materials',
      { items: { card: { state: 'present', words: ' ok ' } } },
      {
        items: { card: { state: 'present', words: 'ok' } },
      },
    ],
    ['identity_check', identity, {}],
    ['identity_check', { ...identity, matchedBy: 'name_and_old_document' }, {}],
    ['identity_check', { ...identity, documentExpired: true, words: 'expired in May' }, {}],
    ['identity_check', { ...identity, documentExpired: false }, { documentExpired: undefined }],
    [
      'obligations',
      {
        items: {
          arrears: { state: 'cleared', words: '', clearsOn: 'left from before' },
          contract: { state: 'not_applicable', clearsOn: 'left from before' },
          family: { state: 'waiting', clearsOn: '2026-04-01', words: 'soon' },
        },
      },
      {
        items: {
          arrears: { state: 'cleared', words: undefined, clearsOn: undefined },
          contract: { state: 'not_applicable', words: undefined, clearsOn: undefined },
          family: { state: 'waiting', clearsOn: '2026-04-01', words: 'soon' },
        },
      },
    ],
    ['advice', { accountsUnbound: true, cannotBeUndone: true }, {}],
    [
      'advice',
      { accountsUnbound: true, cannotBeUndone: true, accountsFound: ' 12' },
      { accountsFound: 12 },
    ],
    ['application_form', { signed: true }, {}],
    ['card_return', { state: 'returned', iccid: '8986 0070 3101 1209 4320' }, { iccid }],
    ['card_return', { state: 'lost', words: 'on the bus', iccid: '' }, {}],
    ['card_return', { state: 'damaged', words: 'bent' }, {}],
    ['device_unlock', { state: 'unlocked' }, {}],
    ['device_unlock', { state: 'not_locked', words: 'never was' }, {}],
    ['device_unlock', { state: 'no_device', words: 'lost' }, {}],
    ['device_unlock', { state: 'not_unlockable', words: 'no code' }, {}],
    ['carrier_submission', { ...sent, carrierReference: ' X1 ' }, { carrierReference: 'X1' }],
    ['carrier_submission', { ...sent, submittedAt: '00:00' }, {}],
    ['carrier_submission', { ...sent, submittedAt: '19:59' }, {}],
    ['carrier_submission', { ...sent, submittedAt: '23:59' }, {}],
    ['device_check', { state: 'profile_deleted' }, {}],
    ['device_check', { state: 'no_service', words: 'none' }, {}],
    ['device_check', { state: 'still_active' }, {}],
    ['device_check', { state: 'device_dead', words: '进水' }, {}],
    ['device_check', { state: 'no_device', words: 'broken' }, {}],
    ['receipt', { handedOver: 'printed' }, {}],
    ['receipt', { handedOver: 'sent' }, {}],
    ['aftercare', { ticked: [aftercareItems[0]] }, {}],
  ] as [Kind, object, object][])('%s: %j', (kind, outcome, kept) => {
    expect(outcomeSchemas[kind].parse(outcome)).toEqual({ ...outcome, ...kept })
  })

  it.each([
    ['instruction', { done: false }, ['done: must_be_ticked']],
    ['instruction', { done: true, more: 1 }, [expect.stringContaining('more')]],
    ['materials', { items: { card: {} } }, ['items.card.state: required']],
    ['materials', { items: { card: { state: 'waived' } } }, [expect.stringContaining('words')]],
    [
      'materials',
      { items: { card: { state: 'waived', words: ' ' } } },
      ['items.card.words: required'],
    ],
    [
      'materials',
      { items: { card: { state: 'present', words: long } } },
      ['items.card.words: too_long'],
    ],
    [
      'materials',
      { items: { card: { state: 'waived', words: long } } },
      ['items.card.words: too_long'],
    ],
    [
      'materials',
      { items: { Card: { state: 'present' } } },
      [expect.stringContaining('items.Card')],
    ],
    ['materials', { items: { '9card': { state: 'present' } } }, [expect.stringContaining('9card')]],
    ['materials', { items: { 'a-b': { state: 'present' } } }, [expect.stringContaining('a-b')]],
    ['identity_check', { ...identity, matchedBy: 'face' }, ['matchedBy: required']],
    [
      'identity_check',
      { ...identity, applicantChecked: false },
      ['applicantChecked: must_be_ticked'],
    ],
    ['identity_check', { ...identity, numberMatched: false }, ['numberMatched: must_be_ticked']],
    ['identity_check', { ...identity, readBack: false }, ['readBack: must_be_ticked']],
    ['obligations', { items: { arrears: {} } }, ['items.arrears.state: required']],
    [
      'obligations',
      { items: { arrears: { state: 'waiting', clearsOn: '1 May' } } },
      ['items.arrears.clearsOn: date_malformed'],
    ],
    [
      'obligations',
      { items: { arrears: { state: 'waiting' }, bundle: { state: 'waiting', waitsFor: 'store' } } },
      ['items.arrears.clearsOn: required', 'items.bundle.why: required'],
    ],
    [
      'obligations',
      { items: { arrears: { state: 'cleared', payment: { amount: '0.00' } } } },
      [
        'items.arrears.payment.amount: amount_malformed',
        'items.arrears.payment.way: required',
        'items.arrears.payment.number: required',
      ],
    ],
    ['balance', { amount: '5', route: 'bank_transfer', paid: true }, ['paid: paid_in_cash_only']],
    [
      'balance',
      { amount: '5', route: 'bank_transfer', destination: { account: '1234567' } },
      [
        'destination.bank: required',
        'destination.owner: required',
        'destination.account: bank_account_malformed',
      ],
    ],
    [
      'balance',
      { amount: '5', route: 'other_number', destination: { number: '021-55500100' } },
      ['destination.number: phone_landline'],
    ],
    [
      'balance',
      { amount: '5', route: 'payment_app', destination: { account: 'abc' } },
      ['destination.app: required', 'destination.account: app_account_malformed'],
    ],
    ['balance', {}, ['amount: required', 'route: required']],
    ['balance', { amount: '1.234', route: 'cash' }, ['amount: amount_malformed']],
    ['balance', { amount: 'x1', route: 'cash' }, ['amount: amount_malformed']],
    ['balance', { amount: '1x', route: 'cash' }, ['amount: amount_malformed']],
    ['balance', { amount: '1.', route: 'cash' }, ['amount: amount_malformed']],
    ['balance', { amount: '12345678', route: 'cash' }, ['amount: amount_malformed']],
    ['balance', { amount: '5', route: 'none' }, ['route: refund_route_needed']],
    ['balance', { amount: '0', route: 'none', words: long }, ['words: too_long']],
    [
      'advice',
      { accountsUnbound: true, cannotBeUndone: false },
      ['cannotBeUndone: must_be_ticked'],
    ],
    [
      'advice',
      { accountsUnbound: false, cannotBeUndone: true },
      ['accountsUnbound: must_be_ticked'],
    ],
    ...['many', '-1', '1.5', ''].map(
      (accountsFound): [keyof typeof outcomeSchemas, object, string[]] => [
        'advice',
        { accountsUnbound: true, cannotBeUndone: true, accountsFound },
        ['accountsFound: number_needed'],
      ],
    ),
    [
      'advice',
      { accountsUnbound: true, cannotBeUndone: true, accountsFound: 1000 },
      ['accountsFound: number_out_of_range'],
    ],
    ['application_form', { signed: false }, ['signed: must_be_ticked']],
    ['card_return', {}, ['state: required']],
    ['card_return', { state: 'returned' }, ['iccid: required']],
    ['card_return', { state: 'returned', iccid: '123' }, ['iccid: iccid_malformed']],
    ['card_return', { state: 'lost', words: '' }, ['words: required']],
    ['device_unlock', {}, ['state: required']],
    ['device_unlock', { state: 'no_device', words: '' }, ['words: required']],
    [
      'carrier_submission',
      {},
      [
        'carrierReference: required',
        'submittedOn: date_malformed',
        'passwordTypedByHolder: must_be_ticked',
      ],
    ],
    ['carrier_submission', { ...sent, carrierReference: ' ' }, ['carrierReference: required']],
    [
      'carrier_submission',
      { ...sent, carrierReference: 'x'.repeat(81) },
      ['carrierReference: too_long'],
    ],
    ['carrier_submission', { ...sent, submittedAt: '24:00' }, ['submittedAt: time_malformed']],
    ['carrier_submission', { ...sent, submittedAt: '12:60' }, ['submittedAt: time_malformed']],
    ['carrier_submission', { ...sent, submittedAt: '12:000' }, ['submittedAt: time_malformed']],
    ['carrier_submission', { ...sent, submittedAt: '112:00' }, ['submittedAt: time_malformed']],
    ['device_check', {}, ['state: required']],
    ['device_check', { state: 'no_device', words: '' }, ['words: required']],
    ['receipt', {}, ['handedOver: required']],
    ['aftercare', { ticked: [] }, ['ticked: required']],
  ] as [Kind, object, string[]][])('not %s: %j', (kind, outcome, expected) => {
    expect(faultsOf(kind, outcome)).toEqual(expected)
  })

  it('holds up to 500 characters of words, and item names of up to 61', () => {
    const words = 'x'.repeat(500)
    const item = 'a'.repeat(61)
    const items = { [item]: { state: 'present', words } }
    expect(outcomeSchemas.materials.parse({ items })).toEqual({ items })
    expect(faultsOf('materials', { items: { [`${item}a`]: { state: 'present' } } })).toHaveLength(1)
  })
})

describe('the day on which something was handed in at the carrier', () => {
  const at = (submittedOn?: string, submittedAt?: string, online: OnlineWindow | null = null) =>
    dayFaults({ submittedOn, submittedAt }, '2026-03-05', '2026-03-31', online)
  const hours = { hours: { from: '08:00', to: '20:00' }, closedDays: [], exceptions: [] }
  const monthEnd = { hours: null, closedDays: [-1, -2], exceptions: [] }

  it.each([
    ['no day is noted', at(), {}],
    ['the day of the opening', at('2026-03-05'), {}],
    ['the day before', at('2026-03-04'), { submittedOn: 'date_before_request' }],
    ['today', at('2026-03-31'), {}],
    ['tomorrow', at('2026-04-01'), { submittedOn: 'date_in_future' }],
    ['no day where hours count', at(undefined, undefined, hours), {}],
    ['no hour where hours count', at('2026-03-10', undefined, hours), { submittedAt: 'required' }],
    ['within the hours', at('2026-03-10', '08:00', hours), {}],
    [
      'after the hours',
      at('2026-03-10', '20:00', hours),
      {
        submittedAt: 'carrier_closed_at_that_hour',
      },
    ],
    ['before the closed days', at('2026-03-29', undefined, monthEnd), {}],
    [
      'on a closed day',
      at('2026-03-30', undefined, monthEnd),
      {
        submittedOn: 'carrier_closed_that_date',
      },
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})
