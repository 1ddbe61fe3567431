import { test } from './counter'
import { paths, wholeWay } from './journey'

// The first one is taken over two processes in alternating.test.ts; through a pooler it is taken
// here (npm run test:pooler).
for (const path of process.env.DESK_DATABASE ? paths.slice(0, 1) : paths.slice(1)) {
  test(`${path.name}: from the counter to the receipt and the customer's status`, async ({
    staff,
    reviewer,
    browser,
  }) => {
    test.setTimeout(180_000)
    await wholeWay(path, { staff, reviewer, browser })
  })
}
