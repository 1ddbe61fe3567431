// Gives a store, by its code, hours and eight weeks of visits: two in each hour but from 14 to 15.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import { addDays, dayOf, isWeekend } from '@/lib/domain/days'
import { visitsButAfterTwo, workingHours } from '../factories/store-visits'

const [code = ''] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  const { id } = await database().store.update({ where: { code }, data: { hours: workingHours } })
  const days = Array.from({ length: 56 }, (_, ago) => addDays(dayOf(new Date()), -1 - ago))
  const worked = days.filter((day) => !isWeekend(day)).map((day) => new Date(day))
  await database().visitCount.createMany({ data: visitsButAfterTwo(id, worked) })
  await database().$disconnect()
})
process.exit(0)
