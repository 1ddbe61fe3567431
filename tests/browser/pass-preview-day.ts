// Lets a day pass over the links to a guide's preview: its id.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

const [guideId = ''] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  await database().$executeRaw`
    update guide_preview_link
    set made_at = made_at - interval '1 day', expires_at = expires_at - interval '1 day'
    where guide_id = ${guideId}::uuid`
  await database().$disconnect()
})
process.exit(0)
