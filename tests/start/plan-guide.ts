// Plans the publication of the guide for a SIM in a store, unchanged, for a moment: ISO 8601.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  const { draftSchema } = await import('@/lib/guide/draft')
  const { planDraft } = await import('@/lib/guide/commands/publish')
  const { allGuides, guideToEdit } = await import('@/lib/guide/queries/editing')
  const { saveDraft } = await import('@/lib/guide/commands/drafts')
  const by = (
    await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })
  ).id
  const row = (await allGuides()).find(
    ({ cardType, channel }) => cardType === 'sim' && channel === 'in_store',
  )
  const guide = row && (await guideToEdit(row.id))
  if (!guide) throw new Error('no guide')
  await saveDraft(by, guide.id, draftSchema.parse(guide.live), guide.seen, new Date())
  const planned = await planDraft(
    by,
    guide.id,
    guide.seen + 1,
    'planned',
    new Date(process.argv[2] ?? ''),
    new Date(),
  )
  if (!planned.ok) throw new Error(planned.refusal.code)
  await database().$disconnect()
})
process.exit(0)
