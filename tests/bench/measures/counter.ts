import { residentId } from '@/lib/ops/seed/demo-people'
import { freshNumber } from '../fresh-number'
import { callOnce, percentileOf } from '../load'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'
import { signedIn } from './in-browser'

/**
 * From the click on "record" to the step shown done, and to the server having said so,
 * milliseconds.
 */
export type AtCounter = { clicks: number; shownP95: number; saidP50: number; saidP95: number }

// As text: what compiles this file would put its own names into a function that runs in the page.
const clickAndLook = `(async () => {
  const task = document.querySelector('[data-step="identity_check"] h2')
  const until = (shows) => new Promise((resolve) => {
    const look = () => (shows() ? resolve(performance.now()) : requestAnimationFrame(look))
    look()
  })
  const done = () => task.textContent.includes('已完成')
  const began = performance.now()
  document.querySelector('button[name="$move"][value=""]').click()
  const first = await until(done)
  const second = await until(() => done() && !task.querySelector('[aria-busy]'))
  return [first - began, second - began]
})()`

/** A clerk notes the identity of one customer after the other in a real browser. */
export async function measureCounter(
  served: Served,
  subjects: Subjects,
  clicks: number,
): Promise<AtCounter> {
  return signedIn(
    served,
    subjects.people.clerk,
    { viewport: { width: 1440, height: 900 } },
    async (page) => {
      const [shown, said]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < clicks; turn += 1) {
        await page.goto(
          `${served.address}/requests/${await newRequest(served.address, subjects.key, turn)}?step=identity_check`,
        )
        await page.getByRole('radio', { name: '与运营商登记一致' }).check()
        for (const tick of await page.locator('[data-open]').getByRole('checkbox').all())
          await tick.check()
        const times = await page.evaluate<number[]>(clickAndLook)
        shown.push(times[0] ?? 0)
        said.push(times[1] ?? 0)
      }
      return {
        clicks,
        shownP95: percentileOf(shown, 0.95),
        saidP50: percentileOf(said, 0.5),
        saidP95: percentileOf(said, 0.95),
      }
    },
  )
}

/** Records a request of the clerk's store through the API; gives its reference. */
export async function newRequest(address: string, key: string, turn: number): Promise<string> {
  const made = await callOnce(address, {
    path: '/api/v1/requests',
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      store: 'fill-001',
      cardType: 'sim',
      channel: 'in_store',
      carrier: 'china-mobile',
      region: 'CN-SH',
      phoneNumber: freshNumber(),
      holder: { name: '柳坚持', document: { type: 'resident_id', number: residentId(turn) } },
      contact: { phone: '+8613912345678' },
      reason: 'no_longer_needed',
      consent: true,
      keepNumber: false,
    }),
  })
  if (made.status !== 201) throw new Error(`a request was answered ${made.status} ${made.text}`)
  return (JSON.parse(made.text) as { reference: string }).reference
}
