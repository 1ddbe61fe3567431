// Whether the time that a sign-in takes tells an account that there is from one that there is not.
// Timings: never in npm test.
import { ask } from '../browser/access-table/http'
import { trialDesk } from './desk'
import type { Trial } from './trial'

const perAccount = 8

export const sameTime: Trial = {
  name: 'same-time',
  what:
    'wrong password and unknown account, in turns: same bytes, same time within 10 % at the ' +
    'median',
  small: null,
  usual: 2000,
  async run(size) {
    const desk = await trialDesk(1)
    const broken: string[] = []
    try {
      const { createAccount } = await import('@/lib/accounts/commands')
      for (let place = 0; place * perAccount < size; place += 1)
        await createAccount({
          email: `time-${place}@trials.test`,
          name: 'Time',
          password: 'a password that nobody types',
          role: 'staff',
          storeCode: 'demo',
        })
      const times = { there: [] as number[], not: [] as number[] }
      const bodies = new Set<string>()
      for (let turn = 0; turn < size; turn += 1) {
        const there = turn % 2 === 0
        const email = there
          ? `time-${Math.floor(turn / perAccount / 2)}@trials.test`
          : `none-${turn}@trials.test`
        const from = `127.7.${(turn >> 7) & 255}.${(turn >> 4) & 7}`
        const csrf = await ask(`${desk.addresses[0]}/api/auth/csrf`, {}, from)
        const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
        const began = performance.now()
        const answer = await ask(
          `${desk.addresses[0]}/api/auth/callback/credentials`,
          {
            method: 'POST',
            headers: { cookie: csrf.cookies.join('; ') },
            body: new URLSearchParams({ csrfToken, email, password: 'wrong', json: 'true' }),
          },
          from,
        )
        times[there ? 'there' : 'not'].push(performance.now() - began)
        bodies.add(`${answer.status} ${answer.text}`)
      }
      const median = (list: number[]) =>
        list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
      const [there, not] = [median(times.there), median(times.not)]
      if (Math.abs(there / not - 1) > 0.1)
        broken.push(
          `median ${there.toFixed(1)} ms for an account that there is, ${not.toFixed(1)} ms ` +
            'for one that there is not',
        )
      if (bodies.size !== 1)
        broken.push(`${bodies.size} different answers: ${[...bodies].join(' | ')}`)
      return {
        tried:
          `${size} sign-ins, medians ${there.toFixed(1)} and ${not.toFixed(1)} ms ` +
          `(${(there / not).toFixed(3)})`,
        broken,
      }
    } finally {
      await desk.stop()
    }
  },
}
