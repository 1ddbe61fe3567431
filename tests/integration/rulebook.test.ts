import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '@/lib/audit/queries'
import { verdictToday } from '@/lib/cancellation/queries/verdict-today'
import { changeRulebook } from '@/lib/carriers/rulebook/commands'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { fingerprint } from '@/lib/db/audit'
import { database } from '@/lib/db/client'
import { seededRulebooks } from '@/lib/ops/seed/rulebooks'
import { openRequest } from '@/lib/writer'
import { someInput, staff, tuesday } from '../factories/requests'

const mobile = 'china-mobile'
const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const change = async (rules: readonly CarrierRule[], seen?: string) =>
  changeRulebook(
    await admin(),
    mobile,
    rules,
    seen ?? fingerprint(await rulebookOf(mobile)),
    tuesday,
  )
const everywhere = { regions: [], storeKinds: [], cardTypes: [], channels: [] }
const origin = { source: 'test', sureness: 'single' as const, checkedOn: '2026-03-01' }
const only = (topic: string, value: object) =>
  ({ topic, value, ...everywhere, ...origin }) as CarrierRule
const opening = async () => openRequest({ actor: await staff(), input: someInput(), now: tuesday })
const asked = {
  store: 'demo',
  carrier: mobile,
  region: 'CN-SH',
  cardType: 'sim',
  channel: 'in_store',
  relation: 'self',
  document: 'resident_id',
  keepNumber: false,
  open: [],
  special: [],
}

beforeEach(async () => {
  await change(seededRulebooks[mobile] ?? [])
  await database().store.update({
    where: { code: 'demo' },
    data: { kind: 'own', carriers: [] },
  })
})

describe('a rulebook', () => {
  it('comes back from the database as it was seeded', async () => {
    expect(await rulebookOf(mobile)).toEqual(seededRulebooks[mobile])
  })

  it('counts for what is recorded from the moment it is saved, and is audited', async () => {
    const kept = (await rulebookOf(mobile)).filter(({ topic }) => topic !== 'applicants')
    const nobody = only('documents', { kinds: ['passport'] })
    expect(
      await change([...kept.filter(({ topic }) => topic !== 'documents'), nobody]),
    ).toMatchObject({ ok: true })
    const [entry] = (await auditEntries({ limit: 1 })).items
    expect(entry).toMatchObject({ what: 'carrier.rules', subject: mobile })
    expect(await opening()).toMatchObject({ refusal: { unmet: ['document_accepted'] } })
    await change([only('offered', { offered: false })])
    expect(await opening()).toMatchObject({ refusal: { unmet: ['channel_offered'] } })
  })

  it('takes no change of an older sight, nor two rules of which one would count by chance', async () => {
    const seen = fingerprint(await rulebookOf(mobile))
    await change([only('offered', { offered: true })])
    expect(await change([], seen)).toMatchObject({ refusal: { code: 'setting_changed' } })
    const twice = [only('offered', { offered: true }), only('offered', { offered: false })]
    expect(await change(twice)).toMatchObject({ refusal: { code: 'rules_conflict' } })
  })
})

describe('a store that does not serve a carrier (P13)', () => {
  it('records nothing of it, and names stores that can', async () => {
    await database().store.update({
      where: { code: 'demo' },
      data: { carriers: ['china-unicom'] },
    })
    expect(await opening()).toMatchObject({ refusal: { unmet: ['carrier_served'] } })
    await database().store.create({
      data: {
        code: 'mobile-hall',
        nameZh: '移动厅',
        nameEn: 'Mobile hall',
        addressZh: '示例路 2 号',
        addressEn: '2 Example Road',
        phone: '021-5550 0101',
        region: 'CN-SH',
        servesRegions: ['CN-SH'],
        carriers: [mobile],
      },
    })
    const verdict = await verdictToday(asked, tuesday)
    expect(verdict).toMatchObject({ can: false, because: ['carrier_served'] })
    expect(verdict?.elsewhere.map(({ code }) => code)).toEqual(['mobile-hall'])
    await database().store.delete({ where: { code: 'mobile-hall' } })
  })

  it('of a partner cancels numbers of its own province only', async () => {
    await database().store.update({ where: { code: 'demo' }, data: { kind: 'partner' } })
    expect(await verdictToday(asked, tuesday)).toMatchObject({ can: true })
    expect(await verdictToday({ ...asked, region: 'CN-JS' }, tuesday)).toMatchObject({
      because: ['store_serves'],
    })
  })
})

describe('the first question', () => {
  it('answers opening, documents, order, call and links, and since when that is known', async () => {
    const online = { ...asked, store: '', carrier: 'china-unicom', channel: 'online' }
    const late = new Date('2026-03-31T19:00:00+08:00')
    expect(await verdictToday(online, late)).toMatchObject({
      can: true,
      closed: { why: 'hours', opens: { day: '2026-04-01', time: '07:30' } },
      documents: null,
      secondaryFirst: true,
      callBack: { withinHours: 48 },
      links: { page: 'https://www.10010.com' },
      hotline: '10010',
      reliability: { asOf: null },
    })
    expect(
      await verdictToday({ ...online, cardType: 'esim', document: 'passport' }, late),
    ).toMatchObject({ because: ['document_accepted'], documents: ['resident_id'] })
    expect(await verdictToday({ ...online, special: ['card_gone'] }, late)).toMatchObject({
      because: ['number_alive'],
    })
  })
})
