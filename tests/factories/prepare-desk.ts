// Makes the desk in `DATA_DIR` that others are copied from, as its first start would, and lets it
// rest.
import { database } from '@/lib/db/client'
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import { seedWhenEmpty } from '@/lib/ops/start/seed'
import { demoPassword } from './prepared-desk'

await withDeskDatabase(async () => {
  await seedWhenEmpty({
    withDemo: true,
    deskData: process.env.DATA_DIR ?? '',
    demoPassword,
    say: () => {},
  })
  await database().$disconnect()
})
process.exit(0)
