import { describe, expect, it } from 'vitest'
import { auditEntries } from '@/lib/audit/queries'
import type { RequestRecord } from '@/lib/cancellation/facts'
import { database } from '@/lib/db/client'
import { draftSchema } from '@/lib/guide/draft'
import { allGuides, guideFor, guideToEdit } from '@/lib/guide/queries'
import { dropDraft, narrowGuide, publishDraft, republish, saveDraft } from '@/lib/guide/write'
import { opened, tuesday } from '../factories/requests'

const admin = async () => (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
async function theGuide() {
  const row = (await allGuides()).find((guide) => guide.cardType === 'sim' && guide.channel === 'in_store' && !guide.carrier && !guide.region)
  const guide = row && (await guideToEdit(row.id))
  if (!guide?.live) throw new Error('no guide')
  return { ...guide, live: draftSchema.parse(guide.live) }
}

describe('a guide', () => {
  it('is drafted, published and taken back; running requests keep what they began with', async () => {
    const by = await admin()
    const guide = await theGuide()
    const running = await opened()
    const next = { ...guide.live, intro: { zh: '新的开头', en: 'A new beginning' } }

    expect(await saveDraft(by, guide.id, next, 0, tuesday)).toMatchObject({ ok: true })
    // Two who write at once: the second is told, and nothing of the first is lost.
    expect(await saveDraft(by, guide.id, guide.live, 0, tuesday)).toMatchObject({ refusal: { code: 'setting_changed' } })
    expect(await publishDraft(by, guide.id, 7, 'x', tuesday)).toMatchObject({ refusal: { code: 'setting_changed' } })
    expect(await publishDraft(by, guide.id, 1, 'a new beginning', tuesday)).toMatchObject({ ok: true })

    const after = await theGuide()
    expect(after.live.intro.en).toBe('A new beginning')
    expect(after.draft).toBeNull()
    expect(after.revisions[0]).toMatchObject({ number: 2, note: 'a new beginning', author: '演示管理员', running: 0 })
    expect(after.revisions[1]).toMatchObject({ number: 1, running: 1 })
    const row = (await database().request.findUniqueOrThrow({ where: { id: running.id } })).record as unknown as RequestRecord
    expect(row.revisionId).toBe(running.revisionId)
    expect((await opened()).revisionId).not.toBe(running.revisionId)

    expect(await republish(by, guide.id, 1, 'the old one was clearer', tuesday)).toMatchObject({ ok: true })
    expect((await theGuide()).live.intro).toEqual(guide.live.intro)
    expect((await auditEntries({ what: 'guide.publish' })).items).toHaveLength(2)
    await expect(database().revision.updateMany({ data: { note: 'x' } })).rejects.toThrow()
  })

  it('that fails its checks is published by no way', async () => {
    const by = await admin()
    const guide = await theGuide()
    const faulty = { ...guide.live, steps: guide.live.steps.filter(({ kind }) => kind !== 'card_return') }
    expect(await saveDraft(by, guide.id, faulty, 0, tuesday)).toMatchObject({ ok: true })
    expect(await publishDraft(by, guide.id, 1, 'x', tuesday)).toMatchObject({ refusal: { code: 'guide_faulty' } })
    expect(await dropDraft(guide.id, 1)).toMatchObject({ ok: true })
    expect(await publishDraft(by, guide.id, 1, 'x', tuesday)).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('of its own for a carrier applies there alone, from its first revision on', async () => {
    const by = await admin()
    const guide = await theGuide()
    const key = { cardType: 'sim' as const, channel: 'in_store' as const, carrier: 'china-telecom', region: null }
    const made = await narrowGuide(by, key, { ...guide.live, intro: { zh: '电信', en: 'Telecom' } }, tuesday)
    const id = made.ok ? made.value.guideId : ''
    expect(await narrowGuide(by, key, guide.live, tuesday)).toMatchObject({ refusal: { code: 'guide_there' } })
    expect(await narrowGuide(by, { ...key, carrier: 'nobody' }, guide.live, tuesday)).toMatchObject({ refusal: { code: 'carrier_unknown' } })
    expect((await guideFor('sim', 'in_store', 'china-telecom', 'CN-SH'))?.content.intro.en).not.toBe('Telecom')
    expect(await publishDraft(by, id, 1, 'for telecom', tuesday)).toMatchObject({ ok: true })
    expect((await guideFor('sim', 'in_store', 'china-telecom', 'CN-SH'))?.content.intro.en).toBe('Telecom')
    expect((await guideFor('sim', 'in_store', 'china-mobile', 'CN-SH'))?.content.intro.en).not.toBe('Telecom')
  })
})
