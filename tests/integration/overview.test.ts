import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { draftSchema } from '@/lib/guide/draft'
import { liveFaults } from '@/lib/guide/queries/live-faults'
import { noteBackup } from '@/lib/overview/commands'
import { forOperator, openDrafts, staleRules, stepFeedback } from '@/lib/overview/queries'
import { makeMove } from '@/lib/writer'
import { must, reviewer, submitted, tuesday } from '../factories/requests'
import { logStatements, statementsOf } from './statement-log'

const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const general = () =>
  database().guide.findFirstOrThrow({
    where: { cardType: 'sim', channel: 'in_store', carrier: null, region: null },
  })

beforeAll(logStatements)

describe('what waits for an administrator', () => {
  it('has the drafts of guides with whoever saved them, the oldest first', async () => {
    const guide = await general()
    const draft = {
      content: { intro: { zh: '新', en: 'New' } },
      version: 1,
      updatedBy: await admin(),
    }
    await database().guideDraft.upsert({
      where: { guideId: guide.id },
      create: { guideId: guide.id, ...draft, updatedAt: tuesday },
      update: { ...draft, updatedAt: tuesday },
    })
    expect(await openDrafts()).toEqual([
      expect.objectContaining({
        guide: expect.objectContaining({ id: guide.id, cardType: 'sim' }),
        by: '演示管理员',
        savedAt: tuesday,
        planned: null,
      }),
    ])
    await database().guideDraft.deleteMany({ where: { guideId: guide.id } })
    expect(await openDrafts()).toEqual([])
  })

  it('has the rules of each carrier that are old, those never checked first', async () => {
    expect(await staleRules('2020-01-01', 180)).not.toContainEqual(
      expect.objectContaining({ oldest: expect.any(String) }),
    )
    const all = await staleRules('2099-01-01', 180)
    expect(all.length).toBeGreaterThan(2)
    const days = all.map(({ oldest }) => oldest ?? '')
    expect(days).toEqual([...days].sort())
    expect(all.every(({ count }) => count > 0)).toBe(true)
  })

  it('has the steps for which requests were sent back, by how often', async () => {
    expect(await stepFeedback(tuesday)).toEqual([])
    for (const step of ['materials', 'materials', 'balance']) {
      const { reference } = await submitted()
      must(
        await makeMove({
          actor: await reviewer(),
          seen: { reference },
          move: 'ask',
          input: { items: [{ step, words: '请补充' }] },
          now: tuesday,
        }),
      )
    }
    expect(await stepFeedback(tuesday)).toMatchObject([
      { step: 'materials', times: 2, last: tuesday, guide: { cardType: 'sim' } },
      { step: 'balance', times: 1 },
    ])
  })

  it('has what an operator is to mend: failed messages, deliveries, jobs and an old backup', async () => {
    expect(await forOperator(new Date())).toMatchObject({
      notices: { count: 0, oldest: null },
      deliveries: { count: 0, oldest: null },
      jobs: [],
      backup: null,
    })
    const at = new Date('2026-11-20T08:00:00Z')
    await noteBackup(at)
    await noteBackup(at)
    await withClient(process.env.DIRECT_DATABASE_URL ?? '', async (client) => {
      for (const task of ['write_head', 'mask_expired', 'watch_days'])
        await client.query('select graphile_worker.add_job($1, max_attempts := 25)', [task])
      const failing = `update graphile_worker._private_jobs j set attempts = $2, last_error = $3
        from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1`
      await client.query(failing, ['write_head', 25, null])
      await client.query(failing, ['mask_expired', 5, 'Error'])
      await client.query(failing, ['watch_days', 4, 'Error'])
    })
    const found = await forOperator(new Date())
    expect(found.backup).toEqual(at)
    expect(found.jobs).toEqual([
      expect.objectContaining({ task: 'write_head', count: 1, oldest: expect.any(Date) }),
      expect.objectContaining({ task: 'mask_expired', count: 1 }),
    ])
  })

  it('asks the same few questions, however many guides there are', async () => {
    await liveFaults()
    const asked = await statementsOf(async () => {
      await Promise.all([openDrafts(), liveFaults(), stepFeedback(tuesday), forOperator(tuesday)])
    })
    expect(asked.length).toBeLessThan(14)
  })
})

describe('the guides that customers read', () => {
  it('are without faults as they were seeded', async () => {
    expect(await liveFaults()).toEqual({ guides: [], unseen: 0 })
  })

  it('tell which of their texts lack English, and which links lead nowhere', async () => {
    const { id } = await general()
    const [newest] = await database().revision.findMany({
      where: { guideId: id },
      orderBy: { number: 'desc' },
      take: 1,
    })
    const content = draftSchema.parse(newest?.content)
    const [first, second] = content.reasons
    await database().revision.create({
      data: {
        guideId: id,
        number: (newest?.number ?? 0) + 1,
        note: '',
        publishedAt: tuesday,
        content: {
          ...(newest?.content as object),
          reasons: [
            { ...first, title: { zh: '换手机', en: '换手机' } },
            { ...second, text: { zh: '看 [这里](/guide#gone)', en: 'See [here](/nowhere)' } },
            ...content.reasons.slice(2),
          ],
        } as object,
      },
    })
    const { guides } = await liveFaults()
    const mine = guides.find((guide) => guide.id === id)
    expect(mine?.faults.map(({ code, where }) => [code, where])).toEqual([
      ['anchor_unknown', `reasons.${second?.id}`],
      ['page_unknown', `reasons.${second?.id}`],
      ['same_in_both', `reasons.${first?.id}`],
    ])
    expect(mine?.faults.at(-1)?.title).toEqual({ zh: '换手机', en: '换手机' })
  })
})
