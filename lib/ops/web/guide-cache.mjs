// The guide's pages, kept ready for a few seconds: everybody reads the same ones, and a carrier's whole region may read
// them on one day. Kept by the server and not by Next, whose own way writes a file for every address that anybody thinks of.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { policyOfKept } from './security-headers.mjs'
import { withoutScripts } from './without-scripts.mjs'

/** Milliseconds after which a change of the guide is seen by everybody; whoever is signed in sees it at once. */
const freshFor = 2000
const largestPage = 1024 * 1024
const known = ['carrier', 'region', 'wish', 'card', 'channel']

const pages = new LRUCache({ ttl: freshFor, maxSize: 48 * 1024 * 1024, sizeCalculation: ({ plain }) => plain.length * 2 + 1024 })

const packers = {
  br: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => gzipSync(plain),
  identity: (plain) => plain,
}

/** Under what a request's answer is kept; null when it is not: only plain readings of the guide are. */
function keyOf({ method, url = '', headers }) {
  const [path, query = ''] = url.split('?')
  if (method !== 'GET' || !/^(\/|\/en|(\/en)?\/guide(\/[a-z]+\/[a-z-]+)?)$/.test(path)) return null
  if (/session-token/.test(headers.cookie ?? '') || headers.rsc || headers['next-router-state-tree'] || headers.range) return null
  const asked = [...new URLSearchParams(query)]
  if (asked.some(([name, value]) => !known.includes(name) || value.length > 40)) return null
  return `${path} ${new URLSearchParams(asked.sort())}`
}

/** Who waits for a page that is being made, by its key. */
const making = new Map()

/** Answers a reading of the guide from what is kept, else by `handle`, and keeps that answer for the next; who asks meanwhile waits for it. */
export function fromGuideCache(request, response, handle) {
  const key = keyOf(request)
  if (!key) return handle(request, response)
  const packing = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(request.headers['accept-encoding'] ?? '')) ?? 'identity'
  const kept = pages.get(key)
  if (kept) return answer(response, kept, packing)
  const waiting = making.get(key)
  if (waiting) return waiting.push((made) => (made ? answer(response, made, packing) : handle(request, response)))

  const behind = []
  making.set(key, behind)
  const settle = (made) => {
    if (making.get(key) === behind) making.delete(key)
    for (const take of behind.splice(0)) take(made)
  }
  // Whoever asked first may leave before the answer is whole.
  response.once('close', () => settle(null))
  // Made plain and without a nonce, which would be everybody's: its scripts are known by their hashes.
  request.headers['accept-encoding'] = 'identity'
  delete request.headers['content-security-policy']
  collect(response, (made) => {
    const good = made.status === 200 && made.plain.length <= largestPage && !made.headers['set-cookie']
    if (good) pages.set(key, made)
    answer(response, made, packing)
    settle(good ? made : null)
  })
  return handle(request, response)
}

function answer(response, page, packing) {
  page[packing] ??= packers[packing](page.plain)
  const { 'content-length': _, ...headers } = page.headers
  response.writeHead(page.status, {
    ...headers,
    ...(packing !== 'identity' && { 'content-encoding': packing }),
    vary: [...new Set(`${headers.vary ?? ''},Accept-Encoding`.split(',').map((name) => name.trim()).filter(Boolean))].join(', '),
    'content-length': page[packing].length,
    age: String(Math.floor((Date.now() - page.at) / 1000)),
  })
  response.end(page[packing])
}

/** Holds what is written to the answer back until it is whole. */
function collect(response, whole) {
  const parts = []
  const own = { write: response.write, end: response.end, writeHead: response.writeHead, flushHeaders: response.flushHeaders }
  const take = (part, encoding) => {
    if (part === null || part === undefined || typeof part === 'function') return
    parts.push(typeof part === 'string' ? Buffer.from(part, typeof encoding === 'string' ? encoding : 'utf8') : Buffer.from(part))
  }
  response.flushHeaders = () => {}
  response.writeHead = function (status, ...given) {
    this.statusCode = status
    for (const [name, value] of Object.entries(given.at(-1) ?? {})) this.setHeader(name, value)
    return this
  }
  response.write = (part, encoding, done) => {
    take(part, encoding)
    const call = typeof encoding === 'function' ? encoding : done
    if (call) process.nextTick(call)
    return true
  }
  response.end = function (part, encoding) {
    take(part, encoding)
    Object.assign(this, own)
    const html = withoutScripts(Buffer.concat(parts).toString())
    const plain = Buffer.from(html)
    const { date: _, 'transfer-encoding': __, connection: ___, 'keep-alive': ____, ...headers } = this.getHeaders()
    whole({ status: this.statusCode, headers: { ...headers, 'content-security-policy': policyOfKept(html) }, plain, at: Date.now() })
    return this
  }
}
