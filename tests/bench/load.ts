import { Agent, request } from 'node:http'

/** `bytes`: of an answer, in the middle of all. */
export type Timed = {
  perSecond: number
  p50: number
  p95: number
  count: number
  bad: number
  bytes: number
}
export type Call = {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One call over a kept connection; gives status and length. */
const one = (agent: Agent, address: URL, { path, method = 'GET', headers = {}, body }: Call) =>
  new Promise<{ status: number; text: string; bytes: number }>((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: address.port,
        path,
        method,
        headers: {
          host: address.host,
          ...headers,
          ...(body && { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              text: Buffer.concat(parts).toString(),
              bytes: parts.reduce((sum, { length }) => sum + length, 0),
            }),
          )
          .on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** The value below which this part of all lies; 0 of none. */
export const percentileOf = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(part * values.length))
  ] ?? 0

/**
 * How long each thing is measured, in seconds, and how many answers are wanted of it at least, so
 * that a 95th percentile tells something; of what is slow, for four times as long at most.
 */
export type Effort = {
  seconds: number
  least?: number
  warm?: number
  /** One of each kind of page instead of all. */
  quickly?: boolean
  /** How often each thing is measured, with all others (or its floor) in between. */
  rounds?: number
}

/**
 * Calls an address over so many connections for so long, each call as soon as the one before is
 * answered. Milliseconds.
 */
export async function load(
  address: string,
  call: (turn: number, connection: number) => Call,
  {
    seconds,
    least = 0,
    connections = 10,
    warm = 1,
    heard = () => {},
  }: Effort & { connections?: number; heard?: (connection: number, text: string) => void },
): Promise<Timed> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const at = new URL(address)
  const times: number[] = []
  const lengths: number[] = []
  let [turn, bad] = [0, 0]
  const begin = performance.now() + warm * 1000
  const end = begin + seconds * 1000
  const goesOn = (now: number) =>
    now < end || (times.length < least && now < begin + 4 * seconds * 1000)
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (goesOn(performance.now())) {
        const began = performance.now()
        const { status, text } = await one(agent, at, call(turn++, connection))
        heard(connection, text)
        if (began < begin) continue
        times.push(performance.now() - began)
        lengths.push(text.length)
        if (status >= 400) bad += 1
      }
    }),
  )
  agent.destroy()
  return {
    perSecond: (1000 * times.length) / (performance.now() - begin),
    p50: percentileOf(times, 0.5),
    p95: percentileOf(times, 0.95),
    count: times.length,
    bad,
    bytes: lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
  }
}

/**
 * Of two rounds the quieter one, and what was refused in either: what else the machine did
 * meanwhile is not the page's.
 */
export const quieterOf = <R extends Pick<Timed, 'p95' | 'bad'>>(
  before: R | undefined,
  round: R,
): R => ({
  ...(before && before.p95 < round.p95 ? before : round),
  bad: round.bad + (before?.bad ?? 0),
})

/** One call: its answer's text, and its bytes as they came over the line. */
export async function callOnce(
  address: string,
  call: Call,
): Promise<{ status: number; text: string; bytes: number }> {
  const agent = new Agent()
  return one(agent, new URL(address), call)
}
