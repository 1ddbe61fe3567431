// Gives a store, by its code, hours and eight weeks of visits: two in each hour but from 14 to 15.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import { addDays, dayOf, isWeekend } from '@/lib/domain/days'

const [code = ''] = process.argv.slice(2)
const usual = { from: '09:00', to: '18:00' }
const week = {
  mon: usual,
  tue: usual,
  wed: usual,
  thu: usual,
  fri: usual,
  sat: null,
  sun: null,
}
await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  const hours = { week, exceptions: [] }
  const { id } = await database().store.update({ where: { code }, data: { hours } })
  const days = Array.from({ length: 56 }, (_, ago) => addDays(dayOf(new Date()), -1 - ago))
  await database().visitCount.createMany({
    data: days
      .filter((day) => !isWeekend(day))
      .flatMap((day) =>
        [9, 10, 11, 12, 13, 15, 16, 17].map((hour) => ({
          storeId: id,
          day: new Date(day),
          hour,
          visits: 2,
        })),
      ),
  })
  await database().$disconnect()
})
process.exit(0)
