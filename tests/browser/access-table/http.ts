import { request } from 'node:http'

export type Answer = { status: number; location: string; cookies: string[]; text: string }

let last = 0
// Loopback is a whole network: no limit of tries by address stands between the test and what it
// asks.
const nextAddress = () => `127.${1 + (last >> 14)}.${(last >> 7) & 127}.${1 + (last++ & 127)}`

/**
 * One request, from an address of its own where none is named; a stream of events is left as soon
 * as it has begun.
 */
export async function ask(
  address: string,
  init: RequestInit,
  localAddress = nextAddress(),
): Promise<Answer> {
  const made = new Request(address, init)
  const body = Buffer.from(await made.arrayBuffer())
  const headers = {
    ...Object.fromEntries(made.headers),
    ...(body.length && { 'content-length': String(body.length) }),
  }
  const { hostname, port, pathname, search } = new URL(address)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: `${pathname}${search}`,
        method: made.method,
        headers: { ...headers, host: `${hostname}:${port}` },
        localAddress,
        agent: false,
      },
      (answer) => {
        const found = {
          status: answer.statusCode ?? 0,
          location: String(answer.headers['x-action-redirect'] ?? answer.headers.location ?? ''),
          cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? ''),
        }
        if (answer.headers['content-type']?.includes('event-stream')) {
          answer.destroy()
          return resolve({ ...found, text: '' })
        }
        const parts: Buffer[] = []
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => resolve({ ...found, text: Buffer.concat(parts).toString() }))
          .on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
