// The guide's pages, those of stores and the one on privacy, kept ready for a few seconds:
// everybody reads the same ones, and a carrier's whole region may read them on one day. Kept by the
// server and not by Next, whose own way writes a file for every address that anybody thinks of.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { keptPolicy } from './security-headers.mjs'

/**
 * Milliseconds after which a change is seen by everybody; whoever is signed in sees it at once.
 */
const freshFor = 2000
const largestPage = 1024 * 1024
const known = ['carrier', 'region', 'wish', 'card', 'channel', 'place']
const paths =
  /^(\/|\/en|(\/en)?\/(guide(\/[a-z]+\/[a-z-]+)?|find-store(\/[a-z0-9-]{2,20})?|privacy))$/

const pages = new LRUCache({
  ttl: freshFor,
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length * 2 + 1024,
})
/** Pages that are being made, by their keys: who asks meanwhile waits for the same one. */
const making = new Map()

/**
 * Under what a request's answer is kept; null when it is not: only plain readings of these pages
 * are.
 */
export function cacheKey({ method, url = '', headers }) {
  const [path, query = ''] = url.split('?')
  if (method !== 'GET' || !paths.test(path)) return null
  if (/session-token/.test(headers.cookie ?? '') || headers.rsc || headers.range) return null
  const asked = [...new URLSearchParams(query)]
  if (asked.some(([name, value]) => !known.includes(name) || value.length > 40)) return null
  return `${path} ${new URLSearchParams(asked.sort())}`
}

/**
 * Answers a reading of such a page from what is kept, else with what Next makes of it (`ask`, of
 * the inner server).
 */
export async function answerWithKeptPage(key, request, response, ask) {
  let page = pages.get(key)
  if (!page) {
    if (!making.has(key)) making.set(key, make(key, request, ask))
    page = await making.get(key)
  }
  send(response, page, packingFor(request))
}

/**
 * Makes a page for everybody: nothing of whoever asks first goes in but the address, no language,
 * no cookie, no nonce.
 */
async function make(key, request, ask) {
  try {
    const answer = await ask(request)
    const headers = { ...answer.headers, 'content-security-policy': keptPolicy }
    const page = { ...answer, headers, at: Date.now() }
    if (canBeKept(page)) pages.set(key, page)
    return page
  } finally {
    making.delete(key)
  }
}

/** Whether an answer is a page from its first line to its last, and nobody's own. */
const canBeKept = ({ status, headers, body }) =>
  status === 200 &&
  headers['content-type'] === 'text/html; charset=utf-8' &&
  !headers['set-cookie'] &&
  body.length <= largestPage &&
  /^<!DOCTYPE html>[\s\S]*<h1[\s\S]*<\/html>$/.test(body.toString())

const packers = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
  identity: (body) => body,
}

/** How the answer to this request may be packed (RFC 9110, 12.5.3). */
const packingFor = ({ headers }) =>
  ['br', 'gzip'].find((name) =>
    new RegExp(`\\b${name}\\b`).test(headers['accept-encoding'] ?? ''),
  ) ?? 'identity'

/** Sends a page; what was packed stays with it, for the next who is sent it. */
function send(response, page, packing) {
  page[packing] ??= packers[packing](page.body)
  const { 'content-length': _, vary, ...headers } = page.headers
  response.writeHead(page.status, {
    ...headers,
    ...(packing !== 'identity' && { 'content-encoding': packing }),
    vary: [vary, 'Accept-Encoding'].filter(Boolean).join(', '),
    age: String(Math.floor((Date.now() - page.at) / 1000)),
    'content-length': page[packing].length,
  })
  response.end(page[packing])
}
