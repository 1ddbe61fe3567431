// Streams of live updates outlast by hours the answer that Next made them with. Our server takes
// the line over as soon as Next has said who may listen to what, so that a page that stays open
// holds a socket and little else (docs/performance.md).
import { AsyncResource } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { ServerResponse } from 'node:http'
import { refusalOf, refuse } from './refusals.mjs'

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
 * For the route that has found who asks: takes what it agrees to, or gives the refusal that it is
 * to answer. By then Next may have written its headers, so that ours would come too late.
 */
function agree(ticket, opening) {
  const asked = asking.get(ticket)
  const leavePass = asked && counted('pass', opening.pass)
  if (!asked) return { status: 503 }
  if (!leavePass) return refusalOf(asked.request, 'tooManyStreams')
  asked.leaves.push(leavePass)
  asked.opening = opening
  return null
}
globalThis.deskStreams = { agree }

// Made before the first request: what runs in it keeps nothing of a request alive.
const outside = new AsyncResource('live streams')

/** Whether a request may become a stream. */
export const isStream = ({ method, url = '' }) =>
  method === 'GET' && /^\/api\/(events|status\/[^/?]+\/events)(\?|$)/.test(url)

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
 * Has `handle` answer; where it agreed to a stream, the answer goes on as one. One pass and one
 * address have so many at most (`mostStreams`). The address is counted at once; the pass when its
 * route has found who holds it, since an address and a cookie can be written in many ways.
 */
export function streamed(request, response, handle, address) {
  const leaveAddress = counted('address', address)
  if (!leaveAddress) return refuse(request, response, 'tooManyStreams')
  const asked = { request, opening: null, leaves: [leaveAddress] }
  const ticket = randomUUID()
  asking.set(ticket, asked)
  request.headers['x-desk-stream'] = ticket
  response.once('close', () => {
    asking.delete(ticket)
    for (const leave of asked.leaves) leave()
  })
  const { end } = response
  response.end = (...given) => {
    response.end = end
    asking.delete(ticket)
    if (!asked.opening) return response.end(...given)
    outside.runInAsyncScope(takeOver, null, request, response, asked.opening, asked.leaves)
    return response
  }
  return handle(request, response)
}

function takeOver(request, response, { begin, beat }, leaves) {
  // What Next has hung on the two would stay as long as the line does: listeners, marks, and
  // functions over the answer's own.
  for (const event of ['close', 'error'])
    for (const one of [request, response]) one.removeAllListeners(event)
  // Not by delete, after which V8 keeps the rest of an object in a table of twice the size.
  for (const [name, put] of Object.entries(response))
    if (typeof put === 'function' && !name.startsWith('_'))
      response[name] = ServerResponse.prototype[name]
  for (const key of Object.getOwnPropertySymbols(request))
    if (key.description?.startsWith('Next')) request[key] = undefined
  for (const leave of leaves) response.once('close', leave)
  const line = {
    beat: () => beat(stream),
    beatAt: Date.now(),
    write: (text) => !response.writableEnded && response.write(text) && undefined,
  }
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
