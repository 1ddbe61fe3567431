// What the web process answers by itself, in words: in the language of the page that was asked for,
// and to programs as a problem document (RFC 9457).
import { readFileSync } from 'node:fs'
import { logLine } from './log-line.mjs'

const catalogue = (locale) =>
  JSON.parse(readFileSync(new URL(`../../i18n/messages/${locale}/door.json`, import.meta.url)))
const words = { 'zh-CN': catalogue('zh-CN'), en: catalogue('en') }

const statuses = {
  badAddress: 400,
  foreignPage: 403,
  nowhere: 404,
  otherMethod: 405,
  tooSlow: 408,
  noBody: 413,
  tooLarge: 413,
  tooManyStreams: 429,
  tooMuchAtOnce: 503,
}
/** The name that programs tell a problem by, as the API has it (lib/api/problem.ts). */
const problems = {
  413: 'too_large',
  429: 'too_many',
  503: 'busy',
  404: 'not_found',
}

/** English for a page in English, or who asks for it first; else Chinese. */
function languageOf({ url = '', headers }) {
  if (/^\/(api|tmf-api)\//.test(url)) {
    return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh-CN'
  }
  return /^\/en(\/|\?|$)/.test(url) ? 'en' : 'zh-CN'
}

// A line that is cut while a body is on its way loses the answer too: so much more is read, for so
// many milliseconds, and thrown away before the answer ends.
const stillRead = 32 * 1024 * 1024
const stillReadFor = 5000

function endWhenRead(request, response) {
  if (request.complete) return response.end()
  request.most = stillRead
  const tooSlow = setTimeout(() => request.destroy(), stillReadFor)
  request.once('close', () => clearTimeout(tooSlow))
  request.once('end', () => response.end())
  request.resume()
}

/**
 * A refusal, for whoever answers the request.
 * @param {import('node:http').IncomingMessage} request
 * @param {keyof typeof statuses} code
 * @param {Record<string, string | number>} [values] what its words name
 */
export function refusalOf(request, code, values = {}) {
  const status = statuses[code]
  logLine('warn', 'refused', { code, status, method: request.method, msg: 'refused' })
  const locale = languageOf(request)
  const text = words[locale][code].replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]))
  const isProgram = /^\/(api\/v1|tmf-api)\//.test(request.url ?? '')
  const type = `urn:cancellation-desk:problem:${problems[status] ?? 'invalid'}`
  const body = isProgram ? JSON.stringify({ type, title: text, status, detail: text }) : `${text}\n`
  const headers = {
    'Content-Type': isProgram ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Content-Language': locale,
    'Cache-Control': 'no-store',
    ...(code === 'otherMethod' && { Allow: values.methods }),
    ...((status === 429 || status === 503) && { 'Retry-After': '5' }),
  }
  return { status, headers, body }
}

/**
 * Answers a request with a refusal. Gives false: it was not let in.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {keyof typeof statuses} code
 * @param {Record<string, string | number>} [values] what its words name
 */
export function refuse(request, response, code, values = {}) {
  const { status, headers, body } = refusalOf(request, code, values)
  if (response.headersSent) return false
  response.writeHead(status, headers)
  if (request.method !== 'HEAD') response.write(body)
  endWhenRead(request, response)
  return false
}
