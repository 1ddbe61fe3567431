// What a browser may do with the desk's answers (Content Security Policy Level 3;
// docs/security.md).
import { createHash, randomBytes } from 'node:crypto'
import { pageScript } from '../../guide/page-script.mjs'
import { finderScript } from '../../stores/finder-script.mjs'

const dev = process.argv.includes('--dev')
const tls = (process.env.BASE_URL ?? '').startsWith('https:')

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(tls && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
}

/**
 * What the desk's own preview of a guide frames; anything else is framed by nobody. A guide is
 * named by its id, a link by its key.
 */
const framed = /^(\/en)?\/(guides\/[^/?]+\/preview|previews\/[^/?]+)\/(customer|steps)(\?|$)/

/**
 * Photos are taken by the phone's own camera, through a file field: no page asks for the camera
 * itself. The position is asked for by the page on which stores are found, and by no other.
 */
const permissionsOf = (url) =>
  'camera=(), microphone=(), payment=(), usb=(), ' +
  `geolocation=${/^(\/en)?\/find-store(\?|$)/.test(url) ? '(self)' : '()'}, ` +
  'publickey-credentials-get=(self), publickey-credentials-create=(self)'

const policyWith = (scripts, ancestors = "'none'") =>
  [
    "default-src 'self'",
    ["script-src 'self'", scripts, dev && "'unsafe-eval'"].filter(Boolean).join(' '),
    // The editor of guides writes the place of what is dragged, and lists their measures, into
    // style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    ...(tls ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** For answers that are no page: nothing in them is ever run or shown with parts of its own. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/**
 * Puts the headers of every answer onto this one. Gives the policy that Next has to be told of,
 * with the nonce that it puts onto a page's scripts; undefined for answers that are no page.
 * @param {string} url
 * @param {import('node:http').ServerResponse} response
 * @returns {string | undefined}
 */
export function secure(url, response) {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  response.setHeader('Permissions-Policy', permissionsOf(url))
  const noPage = /^\/(api|tmf-api)\//.test(url)
  const nonce = randomBytes(16).toString('base64')
  const scripts = `'nonce-${nonce}' 'strict-dynamic'`
  const isFramed = framed.test(url)
  if (isFramed) response.setHeader('X-Frame-Options', 'SAMEORIGIN')
  const policy = noPage ? nothing : policyWith(scripts, isFramed ? "'self'" : undefined)
  response.setHeader('Content-Security-Policy', policy)
  return noPage ? undefined : policy
}

const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The policy of a page that is kept and read by many: our own scripts by their hashes, since a
 * nonce would be everybody's. What else a page may come to contain is not let run.
 */
export const keptPolicy = policyWith([pageScript, finderScript].map(hashOf).join(' '))
