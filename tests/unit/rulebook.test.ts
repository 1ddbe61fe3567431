import { describe, expect, it } from 'vitest'
import { answerFor, reliabilityOf } from '@/lib/carriers/rulebook/answer'
import { differenceOf } from '@/lib/carriers/rulebook/difference'
import { readRulebook, rulebookFileSchema, writeRulebook } from '@/lib/carriers/rulebook/file'
import { daysTyped, daysWritten, fieldsOf, ruleFormSchema } from '@/lib/carriers/rulebook/rule-form'
import { type CarrierRule, conflictIn, isStale, ruleFor } from '@/lib/carriers/rulebook/rules'
import { topics } from '@/lib/carriers/rulebook/topics'
import { seededRulebooks } from '@/lib/ops/seed/rulebooks'

const origin = { source: 'test', sureness: 'single' as const, checkedOn: '2026-03-01' }
const everywhere = { regions: [], storeKinds: [], cardTypes: [], channels: [] }
const offered = (value: boolean, narrowing: Partial<CarrierRule> = {}) =>
  ({
    topic: 'offered',
    value: { offered: value },
    ...everywhere,
    ...origin,
    ...narrowing,
  }) as CarrierRule
const about = {
  region: 'CN-SH',
  storeKind: 'own' as const,
  cardType: 'sim' as const,
  channel: 'in_store' as const,
}
const seeded = Object.entries(seededRulebooks)

describe('the rule that counts', () => {
  it('is the narrowest: region before store, store before channel, channel before card', () => {
    const rules = [
      offered(false),
      offered(true, { cardTypes: ['sim'] }),
      offered(false, { channels: ['in_store'] }),
      offered(true, { storeKinds: ['own'] }),
      offered(false, { regions: ['CN-SH', 'CN-BJ'] }),
    ]
    for (let kept = rules.length; kept > 0; kept--)
      expect(ruleFor(rules.slice(0, kept).toReversed(), 'offered', about)).toBe(rules[kept - 1])
  })

  it('speaks about its own cases only', () => {
    const narrow = offered(true, { regions: ['CN-BJ'] })
    expect(ruleFor([narrow], 'offered', about)).toBeNull()
    expect(ruleFor([narrow], 'offered', { ...about, region: 'CN-BJ' })).toBe(narrow)
    const shop = offered(true, { storeKinds: ['partner'] })
    expect(ruleFor([shop], 'offered', { ...about, storeKind: null })).toBeNull()
  })

  it('is never a matter of chance: equally narrow rules about one case are refused', () => {
    const one = offered(true, { regions: ['CN-SH', 'CN-BJ'] })
    expect(conflictIn([offered(false), one, offered(false, { regions: ['CN-BJ'] })])).toEqual([
      1, 2,
    ])
    expect(conflictIn([offered(false), one, offered(false, { regions: ['CN-GD'] })])).toBeNull()
    expect(conflictIn([one, { ...one, topic: 'stores' } as CarrierRule])).toBeNull()
  })

  it.each(seeded)('is one in every case of the seeded rulebook of %s', (_, rules) => {
    expect(conflictIn(rules)).toBeNull()
  })
})

describe('how far an answer can be relied on', () => {
  const rules = [
    offered(true),
    { ...offered(true), topic: 'stores', value: { cancels: 'none' }, checkedOn: '2025-01-01' },
    { ...offered(true), topic: 'visit_order', value: { secondaryFirst: true }, checkedOn: null },
  ] as CarrierRule[]
  const asked = { carrier: 'x', ...about, store: null }

  it('follows the oldest check of its rules, and names those to be checked', () => {
    expect(reliabilityOf(rules, asked, '2026-03-10', 180)).toMatchObject({
      asOf: null,
      stale: ['stores', 'visit_order'],
    })
    expect(reliabilityOf(rules.slice(0, 2), asked, '2026-03-10', 180).asOf).toBe('2025-01-01')
  })

  it('ends on the day after the last one that the setting allows', () => {
    const rule = { checkedOn: '2026-03-01' }
    expect(isStale(rule, '2026-03-11', 10)).toBe(false)
    expect(isStale(rule, '2026-03-12', 10)).toBe(true)
    expect(isStale({ checkedOn: null }, '2026-03-01', 10)).toBe(true)
  })
})

describe('where the rules are silent', () => {
  it('nothing is offered, and the rest is what carriers usually do', () => {
    expect(answerFor([], { carrier: 'x', ...about, store: null })).toMatchObject({
      offered: false,
      carrierServed: true,
      storeServes: true,
      documents: null,
      adultAge: 18,
      preCancelEnds: null,
      callBack: null,
    })
  })
})

describe('a store', () => {
  const store = {
    kind: 'partner' as const,
    region: 'CN-SH',
    carriers: ['x'],
    servesRegions: ['CN-SH', 'CN-JS'],
  }
  const asked = { carrier: 'x', ...about, store }
  const stores = (cancels: string) =>
    ({ ...offered(true), topic: 'stores', value: { cancels } }) as CarrierRule

  it.each([
    ['nationwide', 'CN-JS', true],
    ['nationwide', 'CN-GD', false],
    ['home_region', 'CN-SH', true],
    ['home_region', 'CN-JS', false],
    ['none', 'CN-SH', false],
  ])('that cancels %s, a number of %s: %s (P13)', (cancels, region, expected) => {
    expect(answerFor([stores(cancels)], { ...asked, region }).storeServes).toBe(expected)
  })

  it('serves its carriers, or every one where none is named', () => {
    expect(answerFor([], { ...asked, carrier: 'y' }).carrierServed).toBe(false)
    const any = { ...store, carriers: [] }
    expect(answerFor([], { ...asked, carrier: 'y', store: any }).carrierServed).toBe(true)
  })
})

describe('the form of a rule', () => {
  const sent = (rule: CarrierRule) => {
    const { topic, regions, storeKinds, cardTypes, channels, source, sureness } = rule
    const narrowing = { regions, storeKinds, cardTypes, channels }
    const texts = Object.entries(fieldsOf(rule)).filter(([, value]) => value !== '')
    const checkedOn = rule.checkedOn ? { checkedOn: rule.checkedOn } : {}
    return { topic, ...narrowing, source, sureness, ...checkedOn, ...Object.fromEntries(texts) }
  }

  it.each(seeded.flatMap(([carrier, rules]) => rules.map((rule) => [carrier, rule.topic, rule])))(
    'gives back what it shows: %s, %s',
    (_, __, rule) => expect(ruleFormSchema.parse(sent(rule as CarrierRule))).toEqual(rule),
  )

  it('shows each fault at its field', () => {
    const faults = (fields: object) =>
      ruleFormSchema
        .safeParse({ source: 'x', sureness: 'single', ...fields })
        .error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(faults({ topic: 'window', from: '8', closedDays: '1-x' })).toEqual([
      ['from', 'time_malformed'],
      ['to', 'time_malformed'],
      ['closedDays', 'invalid'],
    ])
    expect(faults({ topic: 'documents' })).toEqual([['kinds', 'one_needed']])
    expect(faults({ topic: 'pre_cancel', endsBy: 'days', endsIn: 'x' })).toEqual([
      ['endsIn', 'number_needed'],
    ])
    expect(faults({ topic: 'offered', offered: true, source: '' })).toEqual([
      ['source', 'required'],
    ])
  })

  it.each([
    ['1-6, -1', [1, 2, 3, 4, 5, 6, -1]],
    ['', []],
    ['31', [31]],
  ])('writes days as they are typed: %s', (typed, days) => {
    expect(daysTyped(typed)).toEqual(days)
    expect(daysWritten(days)).toBe(typed)
  })
  it.each(['6-1', 'x', '1;2'])('does not read %s', (typed) => expect(daysTyped(typed)).toBeNull())
})

describe('a rulebook as a file', () => {
  it.each(seeded)('comes back as it went: %s', (carrier, rules) => {
    expect(readRulebook(writeRulebook(carrier, rules))).toEqual({ ok: true, carrier, rules })
  })

  it('has a schema, and says where it cannot be read', () => {
    expect(rulebookFileSchema()).toMatchObject({ type: 'object' })
    expect(readRulebook('{')).toEqual({ ok: false, faults: [] })
    const file = { format: 'rulebook/1', carrier: 'x', rules: [{ topic: 'offered', value: {} }] }
    const read = readRulebook(JSON.stringify(file))
    expect(read).toMatchObject({ ok: false })
    expect(read.ok ? [] : read.faults.join()).toMatch(/rules\.1\.value\.offered/)
  })

  it('is compared rule by rule, whatever the order', () => {
    const [one, other] = [offered(true), offered(false, { regions: ['CN-SH', 'CN-BJ'] })]
    const turned = { ...other, regions: ['CN-BJ', 'CN-SH'] }
    expect(differenceOf([one, other], [other, one])).toEqual([])
    expect(differenceOf([one], [offered(false)])).toEqual([{ before: one, after: offered(false) }])
    expect(differenceOf([one, turned], [one])).toEqual([{ before: turned, after: null }])
    expect(differenceOf([], [one])).toEqual([{ before: null, after: one }])
  })

  it('knows every topic of the seeds', () => {
    const said = new Set(seeded.flatMap(([, rules]) => rules.map(({ topic }) => topic)))
    expect([...said].sort()).toEqual(topics.toSorted())
  })
})
