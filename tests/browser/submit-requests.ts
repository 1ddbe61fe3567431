// Makes requests as they would stand today had they been submitted at an earlier moment: moment,
// first number, count.
import { withDeskDatabase } from '@/lib/ops/reach-database'

const [moment = '', firstNumber = '', count = '1'] = process.argv.slice(2)
await withDeskDatabase(async () => {
  const { submitted } = await import('../factories/requests')
  const { database } = await import('@/lib/db/client')
  for (let place = 0; place < Number(count); place += 1) {
    const { reference } = await submitted(
      { phoneNumber: String(Number(firstNumber) + place) },
      new Date(`${moment}:00+08:00`),
    )
    console.log(reference)
  }
  await database().$disconnect()
})
process.exit(0)
