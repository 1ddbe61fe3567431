// Streams of live updates outlast by hours whatever answers a request. Next is asked by the inner
// server who may listen to what; then our server writes the stream itself, so that a page that
// stays open holds a socket and little else (docs/performance.md).
import { randomUUID } from 'node:crypto'
import { refuse } from './refusals.mjs'

const beatEvery = 20_000
/**
 * Lines that one pass, and one address, may have open. A browser opens six at most, and a hidden
 * tab none; behind one address there may be a whole shop, or a proxy that says nothing.
 */
export const mostStreams = { pass: 24, address: 1000 }
// Whoever takes this much less than it is sent does not listen any more.
const mostUnsent = 64 * 1024

/** Requests that may become a stream, by their tickets, until they do; and what is open. */
const asking = new Map()
const open = new Set()

/**
 * For the route that has found who asks: notes what it agrees to. Gives the status that it is to
 * answer with: 429 where the pass has as many lines as it may have.
 */
function agree(ticket, opening) {
  const asked = asking.get(ticket)
  if (!asked) return 503
  const leavePass = counted('pass', opening.pass)
  if (!leavePass) return 429
  asked.leaves.push(leavePass)
  asked.opening = opening
  return 200
}
globalThis.deskStreams = { agree }

/** Whether a request may become a stream. */
export const isStream = ({ method, url = '' }) =>
  method === 'GET' && /^\/api\/(events|(status|guides)\/[^/?]+\/events)(\?|$)/.test(url)

/** How many lines are open, or about to be, by pass and by address. */
const counts = { pass: new Map(), address: new Map() }

/**
 * Counts a line by its pass or its address; gives what takes it out of the count again, or null
 * when there are as many as there may be.
 */
function counted(kind, whose) {
  const open = counts[kind]
  const before = open.get(whose) ?? 0
  if (before >= mostStreams[kind]) return null
  open.set(whose, before + 1)
  return () => {
    const left = open.get(whose) - 1
    if (left > 0) open.set(whose, left)
    else open.delete(whose)
  }
}

/**
 * Asks Next (`ask`, of the inner server) about a stream; where it agrees, the answer is one. One
 * pass and one address have so many at most (`mostStreams`). The address is counted at once; the
 * pass when its route has found who holds it, since an address and a cookie can be written in many
 * ways.
 */
export async function answerStream(request, response, ask, address) {
  const leaveAddress = counted('address', address)
  if (!leaveAddress) return refuse(request, response, 'tooManyStreams')
  const asked = { opening: null, leaves: [leaveAddress] }
  const ticket = randomUUID()
  asking.set(ticket, asked)
  response.once('close', () => {
    asking.delete(ticket)
    for (const leave of asked.leaves) leave()
  })
  const { cookie } = request.headers
  const answer = await ask(request, { cookie, 'x-desk-stream': ticket })
  asking.delete(ticket)
  if (response.destroyed) return
  if (asked.opening) return stream(response, asked.opening)
  if (answer.status === 429) return refuse(request, response, 'tooManyStreams')
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

function stream(response, { begin, beat }) {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // no-transform: a proxy that packs a stream would hold it back until it is full.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  const line = {
    beat: () => beat(told),
    beatAt: Date.now(),
    write: (text) => !response.writableEnded && response.write(text) && undefined,
  }
  let close = () => {}
  const told = {
    send(event, content) {
      if (response.writableLength > mostUnsent) return told.end()
      line.write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`)
    },
    end() {
      if (!open.delete(line)) return
      close()
      response.end()
    },
  }
  line.end = told.end
  open.add(line)
  response.on('close', told.end).on('error', told.end)
  line.write(': here\n\n')
  begin(told).then((leave) => {
    close = leave
    if (!open.has(line)) leave()
  }, told.end)
}

// One clock for all of them; proxies cut lines on which nothing comes.
setInterval(() => {
  const now = Date.now()
  for (const line of open) {
    if (now - line.beatAt < beatEvery) continue
    line.beatAt = now
    line.write(': still here\n\n')
    line.beat().catch(line.end)
  }
}, 1000).unref()

/** Ends every stream: the process stops. */
export function endStreams() {
  for (const line of open) line.end()
}
