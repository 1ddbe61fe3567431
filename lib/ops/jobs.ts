// The jobs process: graphile-worker on a role of its own, which owns the queue's schema and nothing else.
import { Logger, run } from 'graphile-worker'
import { log } from '@/lib/log'
import { lapseUntouched } from './jobs/lapse'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log[level === 'error' ? 'error' : 'warn']({ part: 'jobs' }, message)
})

const runner = await run({
  connectionString: process.env.DIRECT_DATABASE_URL,
  maxPoolSize: 3,
  logger: quiet,
  concurrency: 2,
  noHandleSignals: true,
  taskList: { lapse_untouched: async () => lapseUntouched(new Date()) },
  // 04:30 in Shanghai, before the shops open.
  crontab: '30 20 * * * lapse_untouched',
})

let ending = false
async function end() {
  if (ending) return
  ending = true
  await runner.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('disconnect', () => void end())
