import { test } from './counter'
import { paths, wholeWay } from './journey'

for (const path of paths) {
  test(`${path.name}: from the counter to the receipt and the customer's status`, async ({ staff, reviewer, browser }) => {
    test.setTimeout(180_000)
    await wholeWay(path, { staff, reviewer, browser })
  })
}
