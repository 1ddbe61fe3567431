// A worker process of a fill: generates and writes its batches, reporting after each.
import { rowsOf } from '@/lib/writer'
import { keyedHash } from '@/lib/db/keyed-hash'
import { withClient } from '../database/roles'
import { copyRequests, linesOf } from './copy'
import { historyAfter } from './history'
import { type FillPlan, batchSize, placeInPlan } from './plan'

const line = Number(process.argv[2])

process.once('message', async (plan: FillPlan) => {
  const hash = await keyedHash()
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query('set synchronous_commit = off')
    for (let begin = line * batchSize; begin < plan.requests; begin += plan.lines * batchSize) {
      const places = Array.from(
        { length: Math.min(batchSize, plan.requests - begin) },
        (_, place) => begin + place,
      )
      let count = 0
      // Serialize each request immediately, so that its objects can be collected.
      const made = places.map((place) => {
        const { template, store, wanted } = placeInPlan(plan, place)
        const { id, storeId, events } = historyAfter(
          template,
          plan.serialFrom + place,
          store,
          wanted,
          plan.now,
        )
        count += events.length
        return linesOf(rowsOf(id, storeId, events, hash))
      })
      await copyRequests(client, made)
      process.send?.({ requests: made.length, events: count })
    }
  })
  process.exit(0)
})
