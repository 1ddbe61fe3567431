// The way to the database delays everything, then cuts in the middle of what it carries: slower,
// never wrong, never twice.
import { type Socket, connect, createServer } from 'node:net'
import { withClient } from '@/lib/ops/database/roles'
import { apiClient } from './api-client'
import { trialDesk } from './desk'
import { type Trial, each } from './trial'

/** What a link does to all that passes it; `cut`: ends every connection now. */
type Link = { delay: number; cut(): void; close(): Promise<void> }

/**
 * A server that passes everything on to a port of this machine, each packet after `delay`
 * milliseconds.
 */
async function slowLink(target: number): Promise<{ link: Link; port: number }> {
  const open = new Set<Socket>()
  const link: Link = {
    delay: 0,
    cut: () => {
      for (const socket of open) socket.resetAndDestroy()
    },
    close: async () => {},
  }
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (part) => setTimeout(() => to.writable && to.write(part), link.delay))
    from.on('close', () => setTimeout(() => to.destroy(), link.delay))
    from.on('error', () => {})
  }
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) open.add(socket.once('close', () => open.delete(socket)))
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  link.close = () =>
    new Promise((resolve) => {
      link.cut()
      server.close(() => resolve())
    })
  return { link, port: (server.address() as { port: number }).port }
}

export const network: Trial = {
  name: 'network',
  what: 'a way to the database that delays each packet by 10 ms, and is cut again and again',
  small: null,
  usual: 400,
  async run(size) {
    let link: Link | null = null
    const desk = await trialDesk(1, {
      through: async (port) => {
        const made = await slowLink(port)
        link = made.link
        return made.port
      },
    })
    const slow = link as Link | null
    const [address = ''] = desk.addresses
    const broken: string[] = []
    let cuts = 0
    try {
      const api = await apiClient(address)
      const requests = () =>
        withClient(desk.urls.owner, async (client) =>
          Number((await client.query('select count(*) from request')).rows[0].count),
        )
      const before = await requests()
      if (slow) slow.delay = 10
      const ticking = setInterval(() => {
        cuts += 1
        slow?.cut()
      }, 4000)
      let longest = 0
      const opened: string[] = []
      await each(size, 4, async (turn) => {
        const once = { 'idempotency-key': crypto.randomUUID() }
        for (let tries = 0; tries < 30; tries += 1) {
          const { status, took, body } = await api.open(turn, once)
          longest = Math.max(longest, took)
          if (status === 201) return void opened.push(body.reference ?? '')
          if (status !== 503 && status !== 409)
            return void broken.push(`opening was answered ${status} ${body.type}`)
          await new Promise((resolve) => setTimeout(resolve, 300))
        }
        broken.push('a request was never opened')
      })
      clearInterval(ticking)
      if (longest > 16_000) broken.push(`an answer took ${longest} ms`)
      const count = (await requests()) - before
      if (count !== size || new Set(opened).size !== size)
        broken.push(`${size} were opened, ${count} stand there`)
      return {
        tried: `${size} requests over it, ${cuts} cuts, the longest answer after ${longest} ms`,
        broken,
      }
    } finally {
      await desk.stop()
      await slow?.close()
    }
  },
}
