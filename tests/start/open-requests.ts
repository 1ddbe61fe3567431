// Opens so many requests beside a running desk, whose customers left a number that is not a demo
// one.
import { withDeskDatabase } from '@/lib/ops/reach-database'

await withDeskDatabase(async () => {
  const { opened } = await import('../factories/requests')
  const { database } = await import('@/lib/db/client')
  for (let count = 0; count < Number(process.argv[2]); count++)
    await opened(
      { phoneNumber: `138001390${70 + count}`, contact: { phone: '+8613912345678' } },
      new Date(),
    )
  await database().$disconnect()
})
process.exit(0)
