// The guide's pages, kept ready for a few seconds: everybody reads the same ones, and a carrier's
// whole region may read them on one day. Kept by the server and not by Next, whose own way writes a
// file for every address that anybody thinks of.
import { LRUCache } from 'lru-cache'
import { keptPolicy } from './security-headers.mjs'
import { collect, packingFor, send } from './whole-answers.mjs'
import { withoutScripts } from './without-scripts.mjs'

/**
 * Milliseconds after which a change of the guide is seen by everybody; whoever is signed in sees it
 * at once.
 */
const freshFor = 2000
const largestPage = 1024 * 1024
const known = ['carrier', 'region', 'wish', 'card', 'channel']

const pages = new LRUCache({
  ttl: freshFor,
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: ({ plain }) => plain.length * 2 + 1024,
})

/**
 * What a kept page is made from, besides its address; the rest of a request is its sender's own.
 */
const madeFrom = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for']

/** Whether an answer is a page from its first line to its last. */
const isWholeHtml = (type, html) =>
  type === 'text/html; charset=utf-8' && /^<!DOCTYPE html>[\s\S]*<h1[\s\S]*<\/html>$/.test(html)

/**
 * Under what a request's answer is kept; null when it is not: only plain readings of the guide are.
 */
function keyOf({ method, url = '', headers }) {
  const [path, query = ''] = url.split('?')
  if (method !== 'GET' || !/^(\/|\/en|(\/en)?\/guide(\/[a-z]+\/[a-z-]+)?)$/.test(path)) return null
  if (
    /session-token/.test(headers.cookie ?? '') ||
    headers.rsc ||
    headers['next-router-state-tree'] ||
    headers.range
  )
    return null
  const asked = [...new URLSearchParams(query)]
  if (asked.some(([name, value]) => !known.includes(name) || value.length > 40)) return null
  return `${path} ${new URLSearchParams(asked.sort())}`
}

/** Who waits for a page that is being made, by its key. */
const making = new Map()

/**
 * Answers a reading of the guide from what is kept, else by `handle`, and keeps that answer for the
 * next; who asks meanwhile waits for it.
 */
export function fromGuideCache(request, response, handle) {
  const key = keyOf(request)
  if (!key) return handle(request, response)
  const packing = packingFor(request)
  const kept = pages.get(key)
  if (kept) return answer(response, kept, packing)
  const waiting = making.get(key)
  if (waiting)
    return waiting.push((made) =>
      made ? answer(response, made, packing) : handle(request, response),
    )

  const behind = []
  making.set(key, behind)
  const settle = (made) => {
    if (making.get(key) === behind) making.delete(key)
    for (const take of behind.splice(0)) take(made)
  }
  // Whoever asked first may leave before the answer is whole.
  response.once('close', () => settle(null))
  // Made for everybody, so nothing of whoever asks first goes in but the address: no language, no
  // cookie, no nonce. Its scripts are known by their hashes.
  request.headers = Object.fromEntries(
    madeFrom.map((name) => [name, request.headers[name]]).filter(([, value]) => value),
  )
  collect(response, (answered) => {
    const html = withoutScripts(answered.plain.toString())
    const headers = { ...answered.headers, 'content-security-policy': keptPolicy }
    const made = { ...answered, plain: Buffer.from(html), headers, at: Date.now() }
    const good =
      made.status === 200 &&
      isWholeHtml(made.headers['content-type'], html) &&
      made.plain.length <= largestPage &&
      !made.headers['set-cookie']
    if (good) pages.set(key, made)
    answer(response, made, packing)
    settle(good ? made : null)
  })
  return handle(request, response)
}

const answer = (response, page, packing) =>
  send(response, page, packing, { age: String(Math.floor((Date.now() - page.at) / 1000)) })
