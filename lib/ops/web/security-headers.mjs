// What a browser may do with the desk's answers (Content Security Policy Level 3; docs/security.md).
import { createHash, randomBytes } from 'node:crypto'

const dev = process.argv.includes('--dev')
const tls = (process.env.BASE_URL ?? '').startsWith('https:')

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  // Photos are taken by the phone's own camera, through a file field: no page asks for the camera itself.
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(tls && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
}

const policyWith = (scripts) =>
  [
    "default-src 'self'",
    ["script-src 'self'", scripts, dev && "'unsafe-eval'"].filter(Boolean).join(' '),
    // The editor of guides writes the place of what is dragged, and lists their measures, into style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(tls ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** For answers that are no page: nothing in them is ever run or shown with parts of its own. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** Puts the headers of every answer onto this one; a page's scripts carry a nonce that Next reads from the request. */
export function secure(request, response) {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  const noPage = /^\/(api|tmf-api)\//.test(request.url ?? '')
  const policy = noPage ? nothing : policyWith(`'nonce-${randomBytes(16).toString('base64')}' 'strict-dynamic'`)
  response.setHeader('Content-Security-Policy', policy)
  if (noPage) delete request.headers['content-security-policy']
  else request.headers['content-security-policy'] = policy
}

const inline = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The policy of a page that is kept and read by many: its own scripts by their hashes, since a nonce would be everybody's. */
export function policyOfKept(html) {
  const hashes = new Set([...html.matchAll(inline)].map(([, script]) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`))
  return policyWith([...hashes].join(' '))
}
