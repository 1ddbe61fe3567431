// The guide's pages, kept ready for a few seconds: everybody reads the same ones, and a carrier's whole region may read
// them on one day. Kept by the server and not by Next, whose own way writes a file for every address that anybody thinks of.
import { LRUCache } from 'lru-cache'

/** Milliseconds after which a change of the guide is seen by everybody; whoever is signed in sees it at once. */
const freshFor = 2000
const largestPage = 1024 * 1024
const known = ['carrier', 'region', 'wish', 'card', 'channel']

const pages = new LRUCache({ ttl: freshFor, maxSize: 48 * 1024 * 1024, sizeCalculation: ({ body }) => body.length + 1024 })

/** Under what a request's answer is kept; null when it is not: only plain readings of the guide are. */
function keyOf({ method, url = '', headers }) {
  const [path, query = ''] = url.split('?')
  if (method !== 'GET' || !/^(\/en)?\/guide(\/[a-z]+\/[a-z-]+)?$/.test(path)) return null
  if (/session-token/.test(headers.cookie ?? '') || headers.rsc || headers['next-router-state-tree'] || headers.range) return null
  const asked = [...new URLSearchParams(query)]
  if (asked.some(([name, value]) => !known.includes(name) || value.length > 40)) return null
  return `${/\bgzip\b/.test(headers['accept-encoding'] ?? '') ? 'gzip' : 'plain'} ${path} ${new URLSearchParams(asked.sort())}`
}

/** Answers a reading of the guide from what is kept, else by `handle`, and keeps that answer for the next. */
export function fromGuideCache(request, response, handle) {
  const key = keyOf(request)
  if (!key) return handle(request, response)
  // One way of packing, so that what is kept fits whoever asked for it.
  request.headers['accept-encoding'] = key.startsWith('gzip') ? 'gzip' : 'identity'
  const kept = pages.get(key)
  if (kept) {
    response.writeHead(200, { ...kept.headers, age: String(Math.floor((Date.now() - kept.at) / 1000)) })
    return response.end(kept.body)
  }
  keepAnswer(key, response)
  return handle(request, response)
}

function keepAnswer(key, response) {
  const parts = []
  let length = 0
  const take = (part, encoding) => {
    if (part === null || part === undefined || typeof part === 'function') return
    const bytes = typeof part === 'string' ? Buffer.from(part, typeof encoding === 'string' ? encoding : 'utf8') : Buffer.from(part)
    length += bytes.length
    if (length <= largestPage) parts.push(bytes)
  }
  const { write, end } = response
  response.write = function (part, ...rest) {
    take(part, rest[0])
    return write.call(this, part, ...rest)
  }
  response.end = function (part, ...rest) {
    take(part, rest[0])
    if (this.statusCode === 200 && length <= largestPage && !this.hasHeader('set-cookie')) {
      const { date: _, 'transfer-encoding': __, connection: ___, 'keep-alive': ____, ...headers } = this.getHeaders()
      pages.set(key, { headers, body: Buffer.concat(parts), at: Date.now() })
    }
    return end.call(this, part, ...rest)
  }
}
