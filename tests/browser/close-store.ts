// Closes a store for good: its code.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

const [code = ''] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  await database().store.update({ where: { code }, data: { closed: true } })
  await database().$disconnect()
})
process.exit(0)
