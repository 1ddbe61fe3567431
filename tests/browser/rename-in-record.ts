// Renames a part of a request's record, so that its page fails, and back: reference, from, to.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

const [reference = '', from = '', to = ''] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  await database().$executeRaw`
    update request set record = (record - ${from}::text)
      || jsonb_build_object(${to}::text, record -> ${from}::text)
    where reference = ${reference}`
  await database().$disconnect()
})
process.exit(0)
