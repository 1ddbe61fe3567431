// PostgreSQL gone for a while: the desk says so, and is whole again when it is back.
import { until } from '@/lib/ops/start/until'
import { signInAt } from '../browser/access-table/sign-in'
import { demoPassword } from '../factories/prepared-desk'
import { trialDesk } from './desk'
import type { Trial } from './trial'

export const outage: Trial = {
  name: 'outage',
  what:
    'PostgreSQL gone: alive 200, ready 503, reads say so within 5 s, whole within 10 s of its ' +
    'return',
  small: 4,
  usual: 60,
  async run(seconds) {
    const desk = await trialDesk(1)
    const [address = ''] = desk.addresses
    const broken: string[] = []
    const cookie = await signInAt(address, 'staff@example.test', demoPassword)
    const status = async (path: string) => {
      const began = Date.now()
      const answer = await fetch(`${address}${path}`, {
        redirect: 'manual',
        headers: { cookie },
        signal: AbortSignal.timeout(30_000),
      }).then(
        ({ status }) => status,
        () => 0,
      )
      return { answer, took: Date.now() - began }
    }
    const expect = async (
      what: string,
      path: string,
      wanted: (status: number) => boolean,
      within: number,
    ) => {
      const { answer, took } = await status(path)
      if (!wanted(answer) || took > within) broken.push(`${what}: ${answer} after ${took} ms`)
    }
    try {
      await desk.kill('postgres')
      const end = Date.now() + seconds * 1000
      let looks = 0
      do {
        looks += 1
        // Sooner than whatever waits for the database, which is told that it is away after five
        // seconds; other trials may share the machine.
        await expect('alive', '/api/health/live', (code) => code === 200, 4000)
        await expect('ready', '/api/health', (code) => code === 503, 6000)
        await expect('a page that reads', '/questions', (code) => code >= 500, 6000)
        await expect('the API', '/api/v1/requests', (code) => code === 401 || code >= 500, 6000)
        await new Promise((resolve) => setTimeout(resolve, 500))
      } while (Date.now() < end)
      await desk.start('postgres')
      const back = Date.now()
      await until(async () => (await status('/api/health')).answer === 200, 10_000).catch(() =>
        broken.push('not ready within 10 s of its return'),
      )
      await expect('a page after it', '/guide', (code) => code === 200, 5000)
      return {
        tried:
          `${seconds} s without PostgreSQL, looked at ${looks} times; ready ${Date.now() - back} ` +
          'ms after its return',
        broken,
      }
    } finally {
      await desk.stop()
    }
  },
}
