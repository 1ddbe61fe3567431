// A second web process beside the desk under test, on the same database and the same build: port.
// Ends with its standard input.
import { spawn } from 'node:child_process'
import { withDeskDatabase } from '@/lib/ops/reach-database'

await withDeskDatabase(async () => {
  const child = spawn(process.execPath, ['lib/ops/web.mjs'], {
    env: { ...process.env, PORT: process.argv[2] ?? '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  process.stdin.resume()
  process.stdin.once('end', () => child.kill('SIGTERM'))
  await new Promise((resolve) => child.once('exit', resolve))
})
process.exit(0)
