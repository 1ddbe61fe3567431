// Which events of the counter are a visit, and when they are counted.
import { expect, it } from 'vitest'
import { createAccount } from '@/lib/accounts/commands'
import { database } from '@/lib/db/client'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { createStore } from '@/lib/stores/commands'
import { gatherVisits } from '@/lib/visits/commands'
import { quietHoursOf } from '@/lib/visits/queries'
import { openFurtherNumber } from '@/lib/writer'
import { by, must, opened, someInput, staff } from '../factories/requests'
import { visitsButAfterTwo, workingHours } from '../factories/store-visits'

const at = (moment: string) => new Date(`${moment}:00+08:00`)
const counted = async (code = 'demo') =>
  (
    await database().visitCount.findMany({
      where: { store: { code } },
      orderBy: [{ day: 'asc' }, { hour: 'asc' }],
    })
  ).map(({ day, hour, visits }) => [day.toISOString().slice(0, 10), hour, visits])

it('counts who came by day and hour of Shanghai, each visit once', async () => {
  await createAccount({
    email: 'second@example.test',
    name: '第二人',
    password: 'a password of a clerk',
    role: 'staff',
    storeCode: 'demo',
  })
  // One visit: opened and walked through. 23:59 in UTC is the next morning in Shanghai.
  const first = await opened({}, at('2026-03-10T10:05'))
  must(await walkPhase(await staff(), first, 'before_review', at('2026-03-10T10:20')))
  await opened({}, at('2026-03-11T07:59'))
  // A further number of the same visit.
  const { customerWaiting: _, previous: __, ...input } = someInput()
  const further = must(
    await openFurtherNumber({
      actor: await staff(),
      from: first.reference,
      asked: { ...input, holder: { name: '柳测试', document: { type: 'resident_id' } } },
      now: at('2026-03-10T10:40'),
    }),
  )
  must(await walkPhase(await staff(), further, 'before_review', at('2026-03-10T10:50')))
  // The card comes back on another day.
  const later = await opened({}, at('2026-03-10T10:45'))
  must(await walkPhase(await staff(), later, 'before_review', at('2026-03-12T15:30')))
  // A file of paper forms, row by row, and a second clerk at the same minute.
  for (let row = 0; row < 5; row++)
    await opened({}, new Date(at('2026-03-12T16:00').getTime() + row * 20_000))
  await opened({}, at('2026-03-12T16:01'), await by('second@example.test'))
  // Nobody comes for a request that is made online.
  await opened({ channel: 'online', region: 'CN-GD' }, at('2026-03-12T17:00'))
  // Today is not over.
  await opened({}, at('2026-03-13T09:00'))

  await gatherVisits('2026-03-13')
  expect(await counted()).toEqual([
    ['2026-03-10', 10, 2],
    ['2026-03-11', 7, 1],
    ['2026-03-12', 15, 1],
    ['2026-03-12', 16, 2],
  ])

  // What is counted is not counted again; the days after are, also after nights without a job.
  await gatherVisits('2026-03-13')
  expect(await counted()).toHaveLength(4)
  await gatherVisits('2026-03-16')
  expect((await counted()).at(-1)).toEqual(['2026-03-13', 9, 1])
})

it('forgets what is too old to count, and counts each store for itself', async () => {
  await createStore({
    code: 'beside',
    nameZh: '旁边',
    nameEn: 'Beside',
    addressZh: '旁边',
    addressEn: 'Beside',
    phone: '1',
    region: 'CN-SH',
  })
  await createAccount({
    email: 'beside@example.test',
    name: '旁边人',
    password: 'a password of a clerk',
    role: 'staff',
    storeCode: 'beside',
  })
  await opened({ store: 'beside' }, at('2026-05-12T11:00'), await by('beside@example.test'))
  await gatherVisits('2026-05-13')
  expect(await counted('beside')).toEqual([['2026-05-12', 11, 1]])
  expect(await counted()).toEqual([])
})

it('tells the quiet hours of a store from its own counts', async () => {
  const store = await database().store.findUniqueOrThrow({ where: { code: 'beside' } })
  expect(await quietHoursOf('beside', workingHours, '2026-08-03')).toBeNull()
  const days = Array.from({ length: 56 }, (_, ago) => new Date(Date.UTC(2026, 7, 2 - ago)))
  await database().visitCount.createMany({ data: visitsButAfterTwo(store.id, days) })
  expect(await quietHoursOf('beside', workingHours, '2026-08-03')).toEqual({
    visits: 640,
    weeks: 8,
    sure: true,
    times: [{ first: 'mon', last: 'thu', hours: { from: '14:00', to: '15:00' } }],
  })
  expect(await quietHoursOf('demo', workingHours, '2026-08-03')).toBeNull()
})
