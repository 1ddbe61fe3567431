// The front door: what a request may be before the framework sees it. Everything here rests on
// `allowed-requests.mjs`; what is refused is answered in words, in the reader's language.
import { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { allowedHeaders, rowOf } from './allowed-requests.mjs'
import { refuse } from './refusals.mjs'

/**
 * A request that gives no more of its body than its address takes, also where it does not say how
 * long it is (`Transfer-Encoding: chunked`): the line is cut at the first byte too many.
 */
export class BoundedRequest extends IncomingMessage {
  /** Bytes that may come: set when the request is let in, or while a refused one is read out. */
  most = Number.POSITIVE_INFINITY
  #come = 0

  /** @param {Buffer | null} chunk @param {BufferEncoding} [encoding] */
  push(chunk, encoding) {
    this.#come += chunk?.length ?? 0
    if (this.#come <= this.most) return super.push(chunk, encoding)
    this.destroy()
    return false
  }
}

/**
 * Lets requests in, or answers them with a refusal.
 * @param {object} desk
 * @param {string} desk.baseUrl the address that people use
 * @param {string} desk.secret what signs sessions
 * @param {readonly string[]} [desk.more] headers that development needs
 * @param {number} [desk.usualSeconds] in which a body has to come, where its row names no other
 * @param {number} [desk.mostAtOnce] bytes of bodies that one address may have on their way at once
 */
export function frontDoor({
  baseUrl,
  secret,
  more = [],
  usualSeconds = 30,
  mostAtOnce = 64 * 1024 * 1024,
}) {
  const base = new URL(baseUrl)
  const secure = base.protocol === 'https:'
  const cookieName = `${secure ? '__Secure-' : ''}next-auth.session-token`
  /** Bytes of bodies on their way, by address. */
  const onTheirWay = new Map()

  /** Whether the request carries a session of the desk: signed, not read from the database yet. */
  async function hasSession({ headers }) {
    const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
    const token = cookies.find((pair) => pair.startsWith(`${cookieName}=`))
    if (!token) return false
    const read = decode({ token: token.slice(cookieName.length + 1), secret })
    return read.then(Boolean, () => false)
  }

  /** Leaves the framework a request that only names what it may know. */
  function strip(request, kind, address) {
    const kept = allowedHeaders[kind]
    for (const name of Object.keys(request.headers)) {
      if (!kept.has(name) && !more.includes(name)) delete request.headers[name]
    }
    // What answers are made of is the desk's own address, whatever it was asked by.
    request.headers.host = base.host
    request.headers['x-forwarded-host'] = base.host
    request.headers['x-forwarded-proto'] = base.protocol.slice(0, -1)
    request.headers['x-forwarded-for'] = address
    // Where a change comes from was asked before (same-origin.mjs).
    if (request.headers.origin) request.headers.origin = base.origin
    request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [
      name,
      String(value),
    ])
  }

  /** Counts a body that is on its way; it ends with the answer, or when its time is over. */
  function watchBody(request, response, address, bytes, seconds) {
    onTheirWay.set(address, (onTheirWay.get(address) ?? 0) + bytes)
    const tooSlow = setTimeout(() => {
      if (request.complete) return
      refuse(request, response, 'tooSlow', { seconds })
    }, seconds * 1000)
    response.once('close', () => {
      clearTimeout(tooSlow)
      const left = (onTheirWay.get(address) ?? 0) - bytes
      if (left > 0) onTheirWay.set(address, left)
      else onTheirWay.delete(address)
    })
  }

  /**
   * Whether the request may go on to the framework; if not, it has been answered.
   * @param {BoundedRequest} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} address who is asking (`X-Forwarded-For` as far as it is trusted)
   * @returns {Promise<boolean>}
   */
  async function admit(request, response, address) {
    const [path = ''] = (request.url ?? '').split('?')
    if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path) || !isDecodable(path)) {
      return refuse(request, response, 'badAddress')
    }
    const row = rowOf(path)
    // Who may touch which upload is asked by the path; nothing else is to name one.
    if (row.kind === 'upload' && request.url?.includes('?')) {
      return refuse(request, response, 'badAddress')
    }
    const method = request.method ?? ''
    if (!(method in row.methods)) {
      if (row.path === '/[...rest]') return refuse(request, response, 'nowhere')
      const methods = Object.keys(row.methods).join(', ')
      return refuse(request, response, 'otherMethod', { methods })
    }
    const body = row.methods[method]
    const declared = Number(request.headers['content-length'] ?? 0)
    const chunked = 'transfer-encoding' in request.headers
    let most = body?.most ?? 0
    // Before anything is waited for: from here on it may come.
    if (chunked) request.most = most
    if (body?.signedIn && declared > most && (await hasSession(request))) most = body.signedIn
    if (declared > most || (chunked && !body)) {
      return refuse(request, response, body ? 'tooLarge' : 'noBody', { most: `${most / 1024} kB` })
    }
    if (body && (declared || chunked)) {
      const bytes = chunked ? most : declared
      if ((onTheirWay.get(address) ?? 0) + bytes > mostAtOnce) {
        return refuse(request, response, 'tooMuchAtOnce')
      }
      watchBody(request, response, address, bytes, body.seconds ?? usualSeconds)
    }
    strip(request, row.kind, address)
    return true
  }
  return admit
}

function isDecodable(path) {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
