import { describe, expect, it } from 'vitest'
import { auditEntries } from '@/lib/audit/queries'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { draftSchema } from '@/lib/guide/draft'
import { allGuides, guideToEdit } from '@/lib/guide/queries/editing'
import { guideFor } from '@/lib/guide/queries/published'
import {
  planDraft,
  publishDraft,
  publishPlanned,
  republish,
  unplanDraft,
} from '@/lib/guide/commands/publish'
import { dropDraft, narrowGuide, retireGuide, saveDraft } from '@/lib/guide/commands/drafts'
import { opened, tuesday } from '../factories/requests'

const nextDay = new Date(tuesday.getTime() + 86_400_000)
const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
async function theGuide() {
  const row = (await allGuides()).find(
    (guide) =>
      guide.cardType === 'sim' && guide.channel === 'in_store' && !guide.carrier && !guide.region,
  )
  const guide = row && (await guideToEdit(row.id))
  if (!guide?.live) throw new Error('no guide')
  return { ...guide, live: draftSchema.parse(guide.live) }
}

describe('a guide', () => {
  it('is drafted, published and withdrawn; running requests keep their guide', async () => {
    const by = await admin()
    const guide = await theGuide()
    const running = await opened()
    const next = { ...guide.live, intro: { zh: '新的开头', en: 'A new beginning' } }

    expect(await saveDraft(by, guide.id, next, 0, tuesday)).toMatchObject({ ok: true })
    // One who has not seen it yet, and changed nothing, takes nothing of it away.
    expect(await saveDraft(by, guide.id, guide.live, 0, tuesday)).toMatchObject({
      value: { seen: 1, content: { intro: next.intro }, conflicts: [] },
    })
    expect(await publishDraft(by, guide.id, 7, 'x', tuesday)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(await publishDraft(by, guide.id, 1, 'a new beginning', tuesday)).toMatchObject({
      ok: true,
    })

    const after = await theGuide()
    expect(after.live.intro.en).toBe('A new beginning')
    expect(after.draft).toBeNull()
    expect(after.revisions[0]).toMatchObject({
      number: 2,
      note: 'a new beginning',
      author: '演示管理员',
      running: 0,
    })
    expect(after.revisions[1]).toMatchObject({ number: 1, running: 1 })
    const row = (await database().request.findUniqueOrThrow({ where: { id: running.id } }))
      .record as unknown as RequestRecord
    expect(row.revisionId).toBe(running.revisionId)
    expect((await opened()).revisionId).not.toBe(running.revisionId)

    // Rolled back by somebody who compared it with a version that is no longer in force: not done.
    const back = (live: number) =>
      republish(by, guide.id, { number: 1, live }, 'the old one was clearer', tuesday)
    expect(await back(1)).toMatchObject({ ok: false, refusal: { code: 'setting_changed' } })
    expect(await back(2)).toMatchObject({ ok: true, value: { number: 3 } })
    expect((await theGuide()).live.intro).toEqual(guide.live.intro)
    expect((await auditEntries({ what: 'guide.publish' })).items).toHaveLength(2)
    await expect(database().revision.updateMany({ data: { note: 'x' } })).rejects.toThrow()
  })

  it('that fails its checks cannot be published in any way', async () => {
    const by = await admin()
    const guide = await theGuide()
    const faulty = {
      ...guide.live,
      steps: guide.live.steps.filter(({ kind }) => kind !== 'card_return'),
    }
    expect(await saveDraft(by, guide.id, faulty, guide.seen, tuesday)).toMatchObject({ ok: true })
    expect(await publishDraft(by, guide.id, guide.seen + 1, 'x', tuesday)).toMatchObject({
      refusal: { code: 'guide_faulty' },
    })
    expect(await planDraft(by, guide.id, guide.seen + 1, 'x', nextDay, tuesday)).toMatchObject({
      refusal: { code: 'guide_faulty' },
    })
    expect(await dropDraft(by, guide.id, guide.seen + 1, tuesday)).toMatchObject({ ok: true })
    expect(await publishDraft(by, guide.id, guide.seen + 2, 'x', tuesday)).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('for one carrier applies there only, from its first revision on', async () => {
    const by = await admin()
    const guide = await theGuide()
    const key = {
      cardType: 'sim' as const,
      channel: 'in_store' as const,
      carrier: 'china-telecom',
      region: null,
    }
    const made = await narrowGuide(by, key, tuesday)
    const id = made.ok ? made.value.guideId : ''
    const own = { ...guide.live, intro: { zh: '电信', en: 'Telecom' } }
    expect(await saveDraft(by, id, own, 1, tuesday)).toMatchObject({ ok: true })
    expect(await narrowGuide(by, key, tuesday)).toMatchObject({
      refusal: { code: 'guide_there' },
    })
    expect(await narrowGuide(by, { ...key, carrier: 'nobody' }, tuesday)).toMatchObject({
      refusal: { code: 'carrier_unknown' },
    })
    expect(
      (await guideFor('sim', 'in_store', 'china-telecom', 'CN-SH'))?.content.intro.en,
    ).not.toBe('Telecom')
    expect(await publishDraft(by, id, 2, 'for telecom', tuesday)).toMatchObject({ ok: true })
    expect((await guideFor('sim', 'in_store', 'china-telecom', 'CN-SH'))?.content.intro.en).toBe(
      'Telecom',
    )
    expect((await guideFor('sim', 'in_store', 'china-mobile', 'CN-SH'))?.content.intro.en).not.toBe(
      'Telecom',
    )
  })

  it('is published at its planned moment, not before it, and can be called off', async () => {
    const by = await admin()
    const guide = await theGuide()
    const soon = { ...guide.live, intro: { zh: '明天的开头', en: 'Tomorrow begins so' } }
    expect(await saveDraft(by, guide.id, soon, guide.seen, tuesday)).toMatchObject({ ok: true })
    expect(
      await planDraft(
        by,
        guide.id,
        guide.seen + 1,
        'late',
        new Date(tuesday.getTime() - 1),
        tuesday,
      ),
    ).toMatchObject({ refusal: { errors: { at: 'moment_passed' } } })
    expect(
      await planDraft(by, guide.id, guide.seen + 1, 'from tomorrow', nextDay, tuesday),
    ).toMatchObject({ ok: true })
    // Its job waits in the queue for that moment, put there in the same transaction.
    const jobs = await withClient(
      process.env.DIRECT_DATABASE_URL ?? '',
      async (client) =>
        (
          await client.query(
            'select task_identifier, run_at from graphile_worker.jobs where task_identifier = $1',
            ['publish_planned'],
          )
        ).rows,
    )
    expect(jobs).toEqual([{ task_identifier: 'publish_planned', run_at: nextDay }])
    expect((await theGuide()).draft?.planned).toMatchObject({
      at: nextDay.toISOString(),
      note: 'from tomorrow',
    })
    const planned = await theGuide()
    expect(await saveDraft(by, guide.id, guide.live, planned.seen, tuesday)).toMatchObject({
      refusal: { code: 'guide_planned' },
    })
    expect(await publishDraft(by, guide.id, planned.seen, 'now', tuesday)).toMatchObject({
      refusal: { code: 'guide_planned' },
    })

    expect(await publishPlanned(guide.id, tuesday)).toBe(false)
    expect(await unplanDraft(by, guide.id, tuesday)).toMatchObject({ ok: true })
    expect(await publishPlanned(guide.id, nextDay)).toBe(false)
    expect(
      await planDraft(by, guide.id, (await theGuide()).seen, 'after all', nextDay, tuesday),
    ).toMatchObject({ ok: true })
    expect(await publishPlanned(guide.id, nextDay)).toBe(true)
    expect(await publishPlanned(guide.id, nextDay)).toBe(false)
    const after = await theGuide()
    expect(after.live.intro.en).toBe('Tomorrow begins so')
    expect(after.revisions[0]).toMatchObject({ note: 'after all', author: '演示管理员' })
    expect(after.draft).toBeNull()
    // Whoever still looks at the page as it was writes on what was published.
    expect(await saveDraft(by, guide.id, guide.live, guide.seen, nextDay)).toMatchObject({
      value: { content: { intro: { en: 'Tomorrow begins so' } }, conflicts: [] },
    })
    expect(await dropDraft(by, guide.id, after.seen + 1, nextDay)).toMatchObject({ ok: true })
  })

  it('that fails a check when its moment comes stays a draft, and says so', async () => {
    const by = await admin()
    const guide = await theGuide()
    const online =
      (await allGuides()).find((one) => one.cardType === 'sim' && one.channel === 'online')?.id ??
      ''
    const linked = {
      ...guide.live,
      intro: {
        zh: '见[网上](/guide/sim/online#steps-soon)',
        en: 'See [online](/guide/sim/online#steps-soon)',
      },
    }
    const other = await guideToEdit(online)
    if (!other?.live) throw new Error('no guide')
    const step = { ...(other.live.steps[0] as (typeof other.live.steps)[number]), id: 'soon' }
    await saveDraft(
      by,
      online,
      draftSchema.parse({ ...other.live, steps: [step, ...other.live.steps] }),
      other.seen,
      tuesday,
    )
    expect(await publishDraft(by, online, other.seen + 1, 'one more step', tuesday)).toMatchObject({
      ok: true,
    })
    await saveDraft(by, guide.id, linked, guide.seen, tuesday)
    expect(
      await planDraft(by, guide.id, guide.seen + 1, 'with a link', nextDay, tuesday),
    ).toMatchObject({ ok: true })
    // The step that it leads to goes meanwhile.
    const live = (await guideToEdit(online))?.revision ?? 0
    expect(await republish(by, online, { number: 1, live }, 'back', tuesday)).toMatchObject({
      ok: true,
    })
    expect(await publishPlanned(guide.id, nextDay)).toBe(false)
    const after = await theGuide()
    expect(after.draft).toMatchObject({ planned: null, planFailedAt: nextDay.toISOString() })
    expect(after.revisions.map(({ note }) => note)).not.toContain('with a link')
  })

  it('that is narrower can be retired and brought back; the one for everyone cannot', async () => {
    const by = await admin()
    const guide = await theGuide()
    const narrow = (await allGuides()).find(({ carrier }) => carrier === 'china-telecom')?.id ?? ''
    const intro = async () =>
      (await guideFor('sim', 'in_store', 'china-telecom', 'CN-SH'))?.content.intro.en
    expect(await intro()).toBe('Telecom')
    expect(await retireGuide(by, narrow, true, tuesday)).toMatchObject({ ok: true })
    expect(await intro()).not.toBe('Telecom')
    expect(await retireGuide(by, narrow, false, tuesday)).toMatchObject({ ok: true })
    expect(await intro()).toBe('Telecom')
    expect(await retireGuide(by, guide.id, true, tuesday)).toMatchObject({
      refusal: { code: 'guide_general' },
    })
    // What a guide is narrowed to, the database lets nobody change.
    await expect(
      database().guide.update({ where: { id: narrow }, data: { carrier: null } }),
    ).rejects.toThrow()
  })
})
