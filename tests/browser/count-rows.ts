// Counts what a store holds, for tests that say that nothing changed: store.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

const [store = ''] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  const [row] = await database().$queryRaw<object[]>`
    select (select count(*)::int from request r join store s on s.id = r.store_id
            where s.code = ${store}) as requests,
           (select count(*)::int from request_event e join request r on r.id = e.request_id
           join store s on s.id = r.store_id where s.code = ${store}) as events,
           (select count(*)::int from webhook) as webhooks`
  console.log(JSON.stringify(row))
  await database().$disconnect()
})
process.exit(0)
