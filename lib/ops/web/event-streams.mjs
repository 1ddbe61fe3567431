// Streams of live updates outlast by hours the answer that Next made them with. Our server takes the line over as soon as
// Next has said who may listen to what, so that a page that stays open holds a socket and little else (docs/performance.md).
import { AsyncResource } from 'node:async_hooks'
import { createHash, randomUUID } from 'node:crypto'
import { ServerResponse } from 'node:http'
import { refuse } from './refusals.mjs'

const beatEvery = 20_000
/**
 * Lines that one pass, and one address, may have open. A browser opens six at most, and a hidden
 * tab none; behind one address there may be a whole shop, or a proxy that says nothing.
 */
export const mostStreams = { pass: 24, address: 1000 }
// Whoever takes this much less than it is sent does not listen any more.
const mostUnsent = 64 * 1024

/** What Next has agreed to, by the ticket of the request, until the line is taken over; and what is open. */
const openings = new Map()
const open = new Set()
globalThis.deskStreamOpenings = openings

// Made before the first request: what runs in it keeps nothing of a request alive.
const outside = new AsyncResource('live streams')

/** Whether a request may become a stream. */
export const isStream = ({ method, url = '' }) => method === 'GET' && /^\/api\/(events|status\/[^/?]+\/events)(\?|$)/.test(url)

/** What a line is counted by: the cookie that lets it be opened, as a hash, and the address. */
function countedBy({ url = '', headers }, address) {
  const reference = /^\/api\/status\/([^/?]+)/.exec(url)?.[1]
  const name = reference ? `status-${reference}` : 'next-auth.session-token'
  const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const pass = cookies.find((pair) => pair.replace(/^__(Host|Secure)-/, '').startsWith(`${name}=`))
  // Without a pass nothing is opened: the policy turns it away.
  return pass && { pass: createHash('sha256').update(pass).digest('base64'), address }
}

/** How many lines are open, or about to be, by pass and by address. */
const counts = { pass: new Map(), address: new Map() }
const kinds = Object.keys(mostStreams)

function count(by, step) {
  for (const kind of kinds) {
    const now = (counts[kind].get(by[kind]) ?? 0) + step
    if (now > 0) counts[kind].set(by[kind], now)
    else counts[kind].delete(by[kind])
  }
}

/**
 * Has `handle` answer; where it agreed to a stream, the answer goes on as one. One pass and one
 * address have so many at most (`mostStreams`).
 */
export function streamed(request, response, handle, address) {
  const by = countedBy(request, address)
  if (by) {
    if (kinds.some((kind) => (counts[kind].get(by[kind]) ?? 0) >= mostStreams[kind])) {
      return refuse(request, response, 'tooManyStreams')
    }
    count(by, 1)
    response.once('close', () => count(by, -1))
  }
  const ticket = randomUUID()
  request.headers['x-desk-stream'] = ticket
  response.once('close', () => openings.delete(ticket))
  const { end } = response
  response.end = (...given) => {
    response.end = end
    const opening = openings.get(ticket)
    if (!opening) return response.end(...given)
    openings.delete(ticket)
    outside.runInAsyncScope(takeOver, null, request, response, opening, by)
    return response
  }
  return handle(request, response)
}

function takeOver(request, response, { begin, beat }, by) {
  // What Next has hung on the two would stay as long as the line does: listeners, marks, and functions over the answer's own.
  for (const event of ['close', 'error']) for (const one of [request, response]) one.removeAllListeners(event)
  // Not by delete, after which V8 keeps the rest of an object in a table of twice the size.
  for (const [name, put] of Object.entries(response)) if (typeof put === 'function' && !name.startsWith('_')) response[name] = ServerResponse.prototype[name]
  for (const key of Object.getOwnPropertySymbols(request)) if (key.description?.startsWith('Next')) request[key] = undefined
  const line = { beat: () => beat(stream), beatAt: Date.now(), write: (text) => !response.writableEnded && response.write(text) && undefined }
  let close = () => {}
  const stream = {
    send(event, content) {
      if (response.writableLength > mostUnsent) return stream.end()
      line.write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`)
    },
    end() {
      if (!open.delete(line)) return
      close()
      response.end()
    },
  }
  line.end = stream.end
  open.add(line)
  response.on('close', stream.end).on('error', stream.end)
  if (by) response.once('close', () => count(by, -1))
  line.write(': here\n\n')
  begin(stream).then((leave) => {
    close = leave
    if (!open.has(line)) leave()
  }, stream.end)
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
