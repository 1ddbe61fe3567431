// A bare Node server that does the statements of something else over a pool, without Next: printed
// beside the floor. Prints its port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { type Given, replayer } from './replay'

const replay = replayer(process.env.DATABASE_URL ?? '')

const server = createServer(async (asked, answer) => {
  const { searchParams } = new URL(asked.url ?? '/', 'http://localhost')
  const name = searchParams.get('name') ?? ''
  if (asked.method === 'POST') replay.take((await json(asked)) as Given)
  const rows = asked.method === 'POST' ? 0 : await replay.run(name, searchParams.get('target'))
  answer.setHeader('content-type', 'application/json')
  answer.end(JSON.stringify({ rows }))
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`),
)
