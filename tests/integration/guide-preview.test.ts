import { beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/accounts/commands'
import { auditEntries } from '@/lib/audit/queries'
import { database } from '@/lib/db/client'
import { dropDraft, narrowGuide, saveDraft } from '@/lib/guide/commands/drafts'
import { endPreviewLink, makePreviewLink } from '@/lib/guide/commands/preview-links'
import { planDraft, publishDraft } from '@/lib/guide/commands/publish'
import { draftSchema } from '@/lib/guide/draft'
import { allGuides, guideToEdit } from '@/lib/guide/queries/editing'
import { previewLinks, sharedGuide } from '@/lib/guide/queries/preview-links'
import { previewed } from '@/lib/guide/queries/previews'
import { tuesday } from '../factories/requests'

const later = (hours: number) => new Date(tuesday.getTime() + hours * 3_600_000)
const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
async function guideOf(carrier: string | null, region: string | null = null) {
  const row = (await allGuides()).find(
    (guide) =>
      guide.cardType === 'sim' &&
      guide.channel === 'in_store' &&
      guide.carrier === carrier &&
      guide.region === region,
  )
  const guide = row && (await guideToEdit(row.id))
  if (!guide) throw new Error('no guide')
  return guide
}

describe('a link to a preview', () => {
  beforeEach(async () => void (await database().guidePreviewLink.deleteMany()))

  it('opens for a day, is listed until then, and is gone afterwards', async () => {
    const [by, { id }] = [await admin(), await guideOf(null)]
    const made = await makePreviewLink(by, id, tuesday)
    if (!made.ok) throw new Error('no link')
    const { key } = made.value
    expect(await sharedGuide(key, later(23.9))).toMatchObject({ guideId: id, expiresAt: later(24) })
    expect(await previewLinks(id, later(23.9))).toMatchObject([
      { madeBy: '演示管理员', madeAt: tuesday, expiresAt: later(24) },
    ])
    expect(await sharedGuide(key, later(24))).toBeNull()
    expect(await previewLinks(id, later(24))).toEqual([])
    // The next one takes away what is over.
    await makePreviewLink(by, id, later(25))
    expect(await database().guidePreviewLink.count()).toBe(1)
  })

  it('is kept as a hash, and another key opens nothing', async () => {
    const made = await makePreviewLink(await admin(), (await guideOf(null)).id, tuesday)
    if (!made.ok) throw new Error('no link')
    const [row] = await database().guidePreviewLink.findMany()
    expect(JSON.stringify(row)).not.toContain(made.value.key)
    const { key } = made.value
    const other = `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`
    for (const wrong of [other, '', 'x', `${key}x`, key.toLowerCase()])
      expect(await sharedGuide(wrong, tuesday), wrong).toBeNull()
  })

  it('is ended by hand, once, by its own guide, and the audit says both', async () => {
    const [by, { id }] = [await admin(), await guideOf(null)]
    const made = await makePreviewLink(by, id, tuesday)
    const [link] = await previewLinks(id, tuesday)
    if (!made.ok || !link) throw new Error('no link')
    const another = (await allGuides()).find((guide) => guide.id !== id)?.id ?? ''
    expect(await endPreviewLink(by, another, link.id, tuesday)).toMatchObject({ ok: false })
    expect(await endPreviewLink(by, id, link.id, tuesday)).toMatchObject({ ok: true })
    expect(await endPreviewLink(by, id, link.id, tuesday)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(await sharedGuide(made.value.key, tuesday)).toBeNull()
    const { items } = await auditEntries({ what: 'guide.share' })
    const until = later(24).toISOString()
    expect(items.slice(0, 2).map(({ changes }) => changes[0])).toMatchObject([
      { field: 'until', before: until },
      { field: 'until', after: until },
    ])
  })

  it('ends with the account that made it', async () => {
    const account = await createAccount({
      email: 'leaver@example.test',
      name: '离职的人',
      password: 'a password of a leaver',
      role: 'admin',
    })
    if (!account.ok) throw new Error('no account')
    const made = await makePreviewLink(account.value.id, (await guideOf(null)).id, tuesday)
    if (!made.ok) throw new Error('no link')
    expect(await sharedGuide(made.value.key, tuesday)).not.toBeNull()
    await database().account.update({
      where: { id: account.value.id },
      data: { disabledAt: tuesday },
    })
    expect(await sharedGuide(made.value.key, tuesday)).toBeNull()
  })
})

describe('a preview', () => {
  it('is of the draft, also of a planned one, and else of what is live', async () => {
    const by = await admin()
    const guide = await guideOf(null)
    expect(await previewed(guide, null)).toMatchObject({
      content: guide.live,
      published: { number: guide.revision },
      instead: null,
    })
    const intro = { zh: '将来的开头', en: 'A beginning to come' }
    const next = { ...draftSchema.parse(guide.live), intro }
    await saveDraft(by, guide.id, next, guide.seen, tuesday)
    expect(await previewed(await guideOf(null), null)).toMatchObject({
      content: { intro },
      published: null,
    })
    await planDraft(by, guide.id, guide.seen + 1, 'later', later(48), tuesday)
    expect(await previewed(await guideOf(null), null)).toMatchObject({
      content: { intro },
      published: null,
    })
  })

  it('shows the narrower guide where that is what customers get', async () => {
    const by = await admin()
    const place = { carrier: 'china-unicom', region: 'CN-QH' }
    const key = { cardType: 'sim', channel: 'in_store' } as const
    const narrow = await narrowGuide(by, { ...key, carrier: place.carrier, region: null }, tuesday)
    if (!narrow.ok) throw new Error('no guide')
    const { guideId } = narrow.value
    const copied = draftSchema.parse((await guideOf('china-unicom')).draft?.content)
    const own = { ...copied, intro: { zh: '联通的', en: 'Of Unicom' } }
    await saveDraft(by, guideId, own, 1, tuesday)
    // Nobody is led to a guide that was never published; its own preview shows it.
    expect(await previewed(await guideOf(null), place)).toMatchObject({ instead: null })
    expect(await previewed(await guideOf('china-unicom'), place)).toMatchObject({
      content: { intro: { en: 'Of Unicom' } },
      instead: null,
    })
    await publishDraft(by, guideId, 2, 'first', tuesday)
    expect(await previewed(await guideOf(null), place)).toMatchObject({
      content: { intro: { en: 'Of Unicom' } },
      published: { number: 1 },
      instead: guideId,
    })
    expect(
      await previewed(await guideOf(null), { carrier: 'china-mobile', region: 'CN-QH' }),
    ).toMatchObject({ instead: null })
  })

  it('of a guide that says nothing yet is none', async () => {
    const by = await admin()
    const made = await narrowGuide(
      by,
      { cardType: 'sim', channel: 'in_store', carrier: 'china-telecom', region: null },
      tuesday,
    )
    if (!made.ok) throw new Error('no guide')
    await dropDraft(by, made.value.guideId, 1, tuesday)
    expect(await previewed(await guideOf('china-telecom'), null)).toBeNull()
  })
})
