// One of two web processes has a clock that is an hour wrong: it says that it is not fit to serve,
// and what it is asked all the same harms nothing.
import { signInAt } from '../browser/access-table/sign-in'
import { apiClient } from './api-client'
import { demoPassword } from '../factories/prepared-desk'
import { trialDesk } from './desk'
import type { Trial } from './trial'

/**
 * Shifts what Node calls now, before anything else of the process runs. Next takes over what is the
 * class's own alone, and `pg` needs it.
 */
const shifted = (hours: number) => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`const real = Date; const by = ${hours * 3_600_000};
globalThis.Date = class extends real { constructor(...args) { args.length ? super(...args) : super(real.now() + by) } static now() { return real.now() + by } static UTC = real.UTC; static parse = real.parse };`)}`,
]

export const clock: Trial = {
  name: 'clock',
  what: 'a web process an hour ahead, another an hour behind, beside a right one',
  small: 3,
  usual: 40,
  async run(size) {
    const desk = await trialDesk(3, { nodeArgs: [[], shifted(1), shifted(-1)] })
    const [right = '', ahead = '', behind = ''] = desk.addresses
    const broken: string[] = []
    try {
      const ready = await Promise.all(
        [right, ahead, behind].map(async (address) => {
          const answer = await fetch(`${address}/api/health`)
          return `${answer.status} ${((await answer.json()) as { status: string }).status}`
        }),
      )
      if (ready.join() !== '200 ok,503 clock_wrong,503 clock_wrong')
        broken.push(`readiness says ${ready.join(', ')}`)
      // Whoever is sent there all the same: moves by turns through all three, and nothing is out of
      // order.
      const api = await apiClient(right)
      const day = new Date().toISOString().slice(0, 10)
      for (let turn = 0; turn < size; turn += 1) {
        const [first = '', second = ''] =
          [
            [right, ahead],
            [ahead, behind],
            [behind, right],
            [ahead, right],
          ][turn % 4] ?? []
        const opened = await api.open(turn, {}, first)
        const { reference = '', version = 0 } = opened.body
        const moved = await api.withdraw(reference, version, {}, second)
        if (opened.status !== 201 || moved.status !== 200)
          broken.push(
            `opened with ${opened.status}, withdrawn with ${moved.status} ${moved.body.type}`,
          )
      }
      for (const [from, to] of [
        [right, ahead],
        [ahead, right],
        [behind, right],
        [right, behind],
      ] as const) {
        const cookie = await signInAt(from, 'staff@example.test', demoPassword)
        const { status } = await fetch(`${to}/requests`, {
          redirect: 'manual',
          headers: { cookie },
        })
        if (![200, 307].includes(status))
          broken.push(`a sign-in made elsewhere was answered ${status}`)
      }
      const { verifiedHistories } = await import('@/lib/cancellation/queries/verified')
      for await (const { reference, fault } of verifiedHistories())
        if (fault) broken.push(`${reference}: its history has a ${fault.kind}`)
      return {
        tried: `${size} requests by turns through all three on ${day}; readiness: ${ready.join(', ')}`,
        broken,
      }
    } finally {
      await desk.stop()
    }
  },
}
