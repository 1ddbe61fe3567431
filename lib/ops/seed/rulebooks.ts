import type { CarrierRule, Narrowing, Sureness } from '@/lib/carriers/rulebook/rules'
import type { Topic, TopicValue } from '@/lib/carriers/rulebook/topics'
import { relations } from '@/lib/domain/coded-values'

// What a new installation begins with. An administrator checks each rule with the carrier.

type Origin = Pick<CarrierRule, 'source' | 'sureness' | 'checkedOn'>
const looked = (source: string, sureness: Sureness): Origin => ({
  source,
  sureness,
  checkedOn: '2026-11-27',
})
const assumed: Origin = {
  source: '初始设定，请向运营商核实 / initial setting, to be checked with the carrier',
  sureness: 'unchecked',
  checkedOn: null,
}
const published = looked('各家公开办理指南一致 / how-to pages that agree', 'several')
const onePage = looked('一处公开说明 / one public description', 'single')
const nationwide = looked('异地销户服务通知的报道 / reports on the notice of 2019', 'several')

const rule = <T extends Topic>(
  topic: T,
  value: TopicValue<T>,
  origin: Origin,
  narrowing: Partial<Narrowing> = {},
): CarrierRule => ({
  topic,
  value,
  regions: [],
  storeKinds: [],
  cardTypes: [],
  channels: [],
  ...narrowing,
  ...origin,
})

type Where = 'all' | 'none' | readonly string[]

/** A path that is offered everywhere, nowhere, or in these home regions only (F15, F28). */
function offered(
  cardType: 'sim' | 'esim',
  channel: 'in_store' | 'online',
  where: Where,
): CarrierRule[] {
  const path = { cardTypes: [cardType], channels: [channel] }
  const general = rule('offered', { offered: where === 'all' }, assumed, path)
  if (typeof where === 'string') return [general]
  const regions = where.map((code) => `CN-${code}`)
  return [general, rule('offered', { offered: true }, assumed, { ...path, regions })]
}

const inStore = { channels: ['in_store' as const] }
const online = { channels: ['online' as const] }

const everyone = rule('applicants', { relations: [...relations], adultAge: 18 }, assumed)
const closesAtOnce = rule('pre_cancel', { ends: null }, assumed)

// P13: numbers of other provinces in practice only in the carrier's own halls.
const halls = [
  rule('stores', { cancels: 'nationwide' }, nationwide, { ...inStore, storeKinds: ['own'] }),
  rule('stores', { cancels: 'home_region' }, published, { ...inStore, storeKinds: ['partner'] }),
]
// P18.
const secondaryFirst = rule('visit_order', { secondaryFirst: true }, published)
// P17.
const esimByResidentId = rule('documents', { kinds: ['resident_id'] }, published, {
  cardTypes: ['esim'],
})

const routes = [
  'none',
  'cash',
  'original_payment',
  'bank_transfer',
  'other_number',
  'payment_app',
] as const
const refund = (
  terms: Pick<TopicValue<'refund'>, 'claimMonths' | 'arrives'>,
  origin: Origin,
): CarrierRule => rule('refund', { routes: [...routes], ...terms }, origin)

const entry = (page: string) =>
  rule(
    'links',
    {
      page,
      entryZh: '登录官网或手机营业厅，在“我的”或“服务与支持”中查找“销户”',
      entryEn: 'Sign in on the website or in the app, then look under "My account" or "Support"',
    },
    published,
    online,
  )

/** The rulebooks of a new installation, by the carrier's code. */
export const seededRulebooks: Record<string, CarrierRule[]> = {
  'china-mobile': [
    ...offered('sim', 'in_store', 'all'),
    ...offered('sim', 'online', ['BJ', 'SH', 'JS', 'ZJ', 'GD', 'SC', 'HB']),
    ...offered('esim', 'in_store', 'all'),
    ...offered('esim', 'online', 'none'),
    ...halls,
    // P14: none on the first six days of a month and on its last.
    rule(
      'window',
      { hours: null, closedDays: [1, 2, 3, 4, 5, 6, -1], exceptions: [] },
      published,
      online,
    ),
    esimByResidentId,
    // Its online entry compares the identity card, a face and the records.
    rule('documents', { kinds: ['resident_id'] }, onePage, online),
    everyone,
    refund({ claimMonths: null, arrives: null }, assumed),
    // Online the balance goes to another number of the carrier, or is given up.
    rule(
      'refund',
      { routes: ['none', 'other_number'], claimMonths: null, arrives: null },
      onePage,
      online,
    ),
    closesAtOnce,
    secondaryFirst,
    entry('https://www.10086.cn'),
  ],
  'china-unicom': [
    ...offered('sim', 'in_store', 'all'),
    ...offered('sim', 'online', 'all'),
    ...offered('esim', 'in_store', 'all'),
    ...offered('esim', 'online', ['BJ', 'TJ', 'SH', 'JS', 'ZJ', 'SD', 'HA', 'GD', 'CQ']),
    ...halls,
    // P14: on the last day of a month until 18:00.
    rule(
      'window',
      {
        hours: { from: '07:30', to: '22:00' },
        closedDays: [],
        exceptions: [{ days: [-1], hours: { from: '07:30', to: '18:00' } }],
      },
      published,
      online,
    ),
    esimByResidentId,
    everyone,
    // P20: a claim ends after three months.
    refund({ claimMonths: 3, arrives: null }, onePage),
    rule('pre_cancel', { ends: { by: 'days', days: 30 } }, assumed),
    // P15.
    rule('call_back', { rings: { withinHours: 48, endsAfterMissed: null } }, published, online),
    secondaryFirst,
    entry('https://www.10010.com'),
  ],
  'china-telecom': [
    ...offered('sim', 'in_store', 'all'),
    ...offered('sim', 'online', ['BJ', 'SH', 'JS', 'ZJ', 'AH', 'FJ', 'GD', 'HN']),
    ...offered('esim', 'in_store', 'all'),
    ...offered('esim', 'online', ['SH', 'JS', 'GD']),
    ...halls,
    esimByResidentId,
    everyone,
    // P20: the money comes by the 7th of the month after.
    refund({ claimMonths: null, arrives: { by: 'next_month', day: 7 } }, onePage),
    closesAtOnce,
    // P15: three missed calls end the request.
    rule('call_back', { rings: { withinHours: null, endsAfterMissed: 3 } }, published, online),
    secondaryFirst,
    entry('https://www.189.cn'),
  ],
  'china-broadnet': [
    ...offered('sim', 'in_store', 'all'),
    ...offered('sim', 'online', 'none'),
    ...offered('esim', 'in_store', 'none'),
    ...offered('esim', 'online', 'none'),
    ...halls,
    rule('applicants', { relations: ['self', 'guardian', 'heir'], adultAge: 18 }, assumed),
    refund({ claimMonths: null, arrives: null }, assumed),
    closesAtOnce,
    secondaryFirst,
  ],
}
