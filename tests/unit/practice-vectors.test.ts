import { describe, expect, it } from 'vitest'
import { type CounterAnswers, counterCheck } from '@/lib/cancellation/rules/counter-check'
import { ageQuestions, unanswered } from '@/lib/cancellation/rules/questions'
import { type StoreSide, answerFor } from '@/lib/carriers/rulebook/answer'
import { closedAt, opensNext } from '@/lib/carriers/rulebook/windows'
import type { Circumstance, Relation } from '@/lib/domain/coded-values'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import { regions } from '@/lib/ops/seed/regions'
import { seededRulebooks } from '@/lib/ops/seed/rulebooks'

// What carriers answer at their counters (P13 to P18, P20, P25), as the seeded rulebooks know it:
// carrier, home region, store, card, channel, moment and person, and what follows.

const everyRegion = regions.map(({ code }) => code)
const stores = {
  ownShanghai: { kind: 'own', region: 'CN-SH', carriers: [], servesRegions: everyRegion },
  partnerShanghai: { kind: 'partner', region: 'CN-SH', carriers: [], servesRegions: everyRegion },
  mobileOnly: {
    kind: 'own',
    region: 'CN-SH',
    carriers: ['china-mobile'],
    servesRegions: everyRegion,
  },
  homeOnly: { kind: 'own', region: 'CN-SH', carriers: [], servesRegions: ['CN-SH'] },
  nobody: null,
} satisfies Record<string, StoreSide | null>

type Person = Partial<Pick<CounterAnswers, 'relation' | 'keepNumber' | 'numberSilent'>> & {
  document?: DocumentType
  special?: Circumstance
  open?: string[]
  born?: string
  applicantBorn?: string
}
type Says = {
  because?: string[]
  /** `day time` of the next opening, where it is closed now. */
  opens?: string
  documents?: DocumentType[]
  asks?: string[]
  routes?: string[]
  call?: [hours: number | null, missed: number | null]
}
type Vector = [
  name: string,
  about: `china-${string} ${string} ${keyof typeof stores} ${'sim' | 'esim'} ${'in_store' | 'online'}`,
  moment: string,
  person: Person,
  says: Says,
  source?: string,
]

const noon = '2026-03-10 12:00'
const idOnly: DocumentType[] = ['resident_id']

const vectors: Vector[] = [
  ['the plainest case', 'china-mobile SH ownShanghai sim in_store', noon, {}, {}],
  ['another province, own hall', 'china-mobile GD ownShanghai sim in_store', noon, {}, {}],
  [
    'another province, partner',
    'china-mobile GD partnerShanghai sim in_store',
    noon,
    {},
    { because: ['store_serves'] },
  ],
  ['own province, partner', 'china-unicom SH partnerShanghai sim in_store', noon, {}, {}],
  [
    "the store's own side",
    'china-telecom JS homeOnly sim in_store',
    noon,
    {},
    { because: ['store_serves'] },
  ],
  [
    "another carrier's number",
    'china-unicom SH mobileOnly sim in_store',
    noon,
    {},
    { because: ['carrier_served'] },
  ],
  [
    'keeps the number',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { keepNumber: true },
    { because: ['number_not_kept'] },
  ],
  [
    'arrears',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { open: ['arrears'] },
    { because: ['obligations_clear'] },
  ],
  [
    'mobile on the first of a month',
    'china-mobile SH nobody sim online',
    '2026-03-01 10:00',
    {},
    { documents: idOnly, opens: '2026-03-07 00:00' },
  ],
  [
    'mobile on the sixth',
    'china-mobile SH nobody sim online',
    '2026-03-06 23:59',
    {},
    { documents: idOnly, opens: '2026-03-07 00:00' },
  ],
  [
    'mobile on the seventh',
    'china-mobile SH nobody sim online',
    '2026-03-07 00:00',
    {},
    { documents: idOnly },
  ],
  [
    'mobile on the last of February',
    'china-mobile SH nobody sim online',
    '2026-02-28 12:00',
    {},
    { documents: idOnly, opens: '2026-03-07 00:00' },
  ],
  [
    'mobile on the last of a leap February',
    'china-mobile SH nobody sim online',
    '2028-02-29 12:00',
    {},
    { documents: idOnly, opens: '2028-03-07 00:00' },
  ],
  [
    'mobile where it is not offered online',
    'china-mobile AH nobody sim online',
    noon,
    {},
    { documents: idOnly, because: ['channel_offered'] },
  ],
  [
    'unicom early',
    'china-unicom SH nobody sim online',
    '2026-03-10 07:29',
    {},
    { call: [48, null], opens: '2026-03-10 07:30' },
  ],
  [
    'unicom at opening',
    'china-unicom SH nobody sim online',
    '2026-03-10 07:30',
    {},
    { call: [48, null] },
  ],
  [
    'unicom late',
    'china-unicom SH nobody sim online',
    '2026-03-10 22:00',
    {},
    { call: [48, null], opens: '2026-03-11 07:30' },
  ],
  [
    'unicom on the last day after 18:00',
    'china-unicom SH nobody sim online',
    '2026-03-31 18:00',
    {},
    { call: [48, null], opens: '2026-04-01 07:30' },
  ],
  [
    'unicom on the last day before 18:00',
    'china-unicom SH nobody sim online',
    '2026-03-31 17:59',
    {},
    { call: [48, null] },
  ],
  [
    'telecom ends after three missed calls',
    'china-telecom GD nobody sim online',
    noon,
    {},
    { call: [null, 3] },
  ],
  [
    'a lost card online',
    'china-unicom SH nobody sim online',
    noon,
    { special: 'card_gone' },
    { call: [48, null], because: ['number_alive'] },
  ],
  [
    'a suspended number online',
    'china-telecom GD nobody sim online',
    noon,
    { numberSilent: true },
    { call: [null, 3], because: ['number_alive'] },
  ],
  [
    'a lost card in a store',
    'china-unicom SH ownShanghai sim in_store',
    noon,
    { special: 'card_gone' },
    {},
  ],
  [
    'an eSIM with a passport',
    'china-unicom SH ownShanghai esim in_store',
    noon,
    { document: 'passport' },
    { documents: idOnly, because: ['document_accepted'] },
  ],
  [
    'an eSIM with the identity card',
    'china-telecom SH ownShanghai esim in_store',
    noon,
    {},
    { documents: idOnly },
  ],
  [
    'broadnet online',
    'china-broadnet SH nobody sim online',
    noon,
    {},
    { because: ['channel_offered'] },
  ],
  [
    'broadnet by an agent',
    'china-broadnet SH ownShanghai sim in_store',
    noon,
    { relation: 'agent', born: '1990-01-01', applicantBorn: '1980-01-01' },
    { because: ['applicant_allowed'] },
  ],
  [
    'a child alone',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { born: '2012-05-05' },
    { asks: ['applicant.relation: holder_needs_guardian'] },
  ],
  [
    'somebody of sixteen who works',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { born: '2010-03-10' },
    { asks: ['explained.holder_minor: explanation_needed'] },
  ],
  [
    'a child with a guardian',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { relation: 'guardian', born: '2012-05-05', applicantBorn: '1985-05-05' },
    {},
  ],
  [
    'a guardian younger than the ward',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { relation: 'guardian', born: '1980-05-05', applicantBorn: '1990-05-05' },
    { asks: ['explained.guardian_not_older: explanation_needed'] },
  ],
  [
    'eSIM online in a province without it',
    'china-telecom BJ nobody esim online',
    noon,
    {},
    { documents: idOnly, call: [null, 3], because: ['channel_offered'] },
  ],
  // From public guides; each read on 2026-11-28.
  [
    'mobile online takes the identity card only',
    'china-mobile SH nobody sim online',
    noon,
    { document: 'passport' },
    { documents: idOnly, because: ['document_accepted'] },
    'https://www.chaxiaohao.com/read-1752050977l6177955.html',
  ],
  [
    'mobile online sends the balance to another number',
    'china-mobile GD nobody sim online',
    noon,
    {},
    { documents: idOnly, routes: ['none', 'other_number'] },
    'https://www.chaxiaohao.com/read-1752050977l6177955.html',
  ],
  [
    'mobile away from home in any hall of its own',
    'china-mobile XJ ownShanghai sim in_store',
    noon,
    {},
    {},
    'https://www.9m8m.com/1542311.html',
  ],
  [
    'mobile away from home at a franchised shop',
    'china-mobile XJ partnerShanghai sim in_store',
    noon,
    {},
    { because: ['store_serves'] },
    'https://aliyunyh.com/970415.html',
  ],
  [
    'mobile in a store by a temporary identity card',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { document: 'temporary_resident_id' },
    {},
    'https://www.9m8m.com/1542311.html',
  ],
  [
    'mobile in a store with a bundle on the number',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { open: ['bundle'] },
    { because: ['obligations_clear'] },
    'https://aliyunyh.com/878018.html',
  ],
  [
    'unicom rings within two days',
    'china-unicom GD nobody sim online',
    noon,
    {},
    { call: [48, null] },
    'https://www.9m8m.com/850691.html',
  ],
  [
    'unicom in the evening',
    'china-unicom ZJ nobody sim online',
    '2026-03-12 21:59',
    {},
    { call: [48, null] },
    'https://aliyunyh.com/1140252.html',
  ],
  [
    'telecom online by eSIM',
    'china-telecom SH nobody esim online',
    noon,
    {},
    { documents: idOnly, call: [null, 3] },
    'https://9m8m.com/1174016.html',
  ],
  [
    'a group member',
    'china-mobile SH ownShanghai sim in_store',
    noon,
    { open: ['enterprise_group'] },
    { because: ['obligations_clear'] },
    'https://aliyunyh.com/970415.html',
  ],
]

function verdictOf(about: string, moment: string, person: Person): Says {
  const [carrier = '', region = '', store = '', cardType = '', channel = ''] = about.split(' ')
  const rules = seededRulebooks[carrier] ?? []
  const answer = answerFor(rules, {
    carrier,
    region: `CN-${region}`,
    store: stores[store as keyof typeof stores],
    cardType: cardType as 'sim',
    channel: channel as 'online',
  })
  const { relation = 'self' as Relation, special, document = 'resident_id' } = person
  const { because } = counterCheck(answer, {
    relation,
    keepNumber: person.keepNumber ?? false,
    openObligations: person.open ?? [],
    channel: channel as 'online',
    document,
    numberSilent: person.numberSilent ?? special === 'card_gone',
  })
  const [day = '', time = ''] = moment.split(' ')
  const closed = channel === 'online' && closedAt(day, time, answer.window)
  const opens = closed && opensNext(day, time, answer.window)
  const ages = {
    relation,
    holderBorn: person.born ?? null,
    applicantBorn: person.applicantBorn ?? null,
  }
  const asks = Object.entries(unanswered(ageQuestions(ages, day, answer.adultAge)))
  return {
    ...(because.length > 0 && { because }),
    ...(opens && { opens: `${opens.day} ${opens.time}` }),
    ...(answer.documents && { documents: answer.documents }),
    ...(asks.length > 0 && { asks: asks.map(([path, fault]) => `${path}: ${fault}`) }),
    ...(channel === 'online' &&
      answer.callBack && { call: [answer.callBack.withinHours, answer.callBack.endsAfterMissed] }),
    routes: answer.refund?.routes ?? [],
  }
}

describe('what a carrier answers', () => {
  it('is known in forty cases or more, ten of them from public guides', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(40)
    expect(vectors.filter(([, , , , , source]) => source).length).toBeGreaterThanOrEqual(10)
  })

  it.each(vectors)('%s: %s at %s', (_, about, moment, person, { routes, ...says }) => {
    const { routes: known, ...said } = verdictOf(about, moment, person)
    expect(said).toEqual(says)
    if (routes) expect(known).toEqual(routes)
  })
})
