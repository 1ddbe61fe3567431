// What the web process lets in, in one table: for each address its methods, the longest body of
// each, and the headers that reach the framework. A test holds it against the build, so that a new
// page or route without a row is named.

const kB = 1024
const MB = 1024 * kB

/**
 * @typedef {object} Body
 * @property {number} most bytes that anybody may send
 * @property {number} [signedIn] bytes that somebody with a session of the desk may send
 * @property {number} [seconds] in which all of it has to come; 30 where it does not say
 *
 * @typedef {object} Row
 * @property {string} path as the folders below `app` name it, without the language
 * @property {'page' | 'plain' | 'api' | 'upload'} kind which headers it takes
 * @property {Record<string, Body | null>} methods null: no body
 */

const read = { GET: null, HEAD: null }
/** Forms that anybody may send: a question of 2,000 characters is 6 kB. */
const publicForm = { ...read, POST: { most: 64 * kB } }
/** Forms of the desk. Whoever is not signed in is answered only that they are not. */
const deskForm = { ...read, POST: { most: 64 * kB, signedIn: 256 * kB } }
/** A draft of a guide is sent whole. */
const guideForm = { ...read, POST: { most: 64 * kB, signedIn: MB } }

const page = (path, methods = read) => ({ path, kind: 'page', methods })
const plain = (path, methods) => ({ path, kind: 'plain', methods })
const api = (path, methods) => ({ path, kind: 'api', methods })
const json = (most) => ({ POST: { most } })

/** Routes that ask who calls before they read, so that a stranger's long body stays unread. */
const apiBody = { most: 256 * kB }
const document = { most: 20 * MB + 64 * kB, seconds: 300 }
const orders = '/tmf-api/productOrderingManagement/v4'

/** @type {Row[]} */
export const allowedRequests = [
  page('/'),
  page('/ask', publicForm),
  page('/ask/[number]'),
  page('/developers'),
  page('/find-store'),
  page('/find-store/[code]'),
  page('/guide'),
  page('/guide/[cardType]/[channel]'),
  page('/privacy'),
  page('/join/[token]'),
  page('/signin', publicForm),
  page('/status', publicForm),
  page('/status/[reference]', publicForm),
  page('/verify/[[...number]]'),
  ...[
    '/account',
    '/account/home',
    '/bags/[number]',
    '/day',
    '/outbox',
    '/questions',
    '/reports',
    '/requests',
    '/requests/[reference]',
    '/requests/[reference]/amend',
    '/requests/[reference]/at/[sequence]',
    '/requests/[reference]/copy',
    '/requests/[reference]/form',
    '/requests/[reference]/receipt',
    '/requests/[reference]/slip',
    '/requests/import',
    '/requests/new',
    '/requests/transfer',
    '/accounts',
    '/accounts/[id]',
    '/audit',
    '/calendar',
    '/calendar/[year]',
    '/carriers',
    '/carriers/[code]',
    '/carriers/[code]/rules',
    '/guides/[id]/compare',
    '/guides/[id]/inheritance',
    '/guides/[id]/preview',
    '/previews/[key]',
    '/guides/[id]/revisions/[number]',
    '/guides/[id]/revisions/[number]/restore',
    '/keys',
    '/notices',
    '/notices/[kind]',
    '/overview',
    '/retention',
    '/security',
    '/stores',
    '/stores/[code]',
  ].map((path) => page(path, deskForm)),
  ...['/guides', '/guides/[id]', '/guides/[id]/rehearsal'].map((path) => page(path, guideForm)),
  ...['/guides/[id]/preview', '/previews/[key]'].flatMap((path) =>
    ['customer', 'steps'].map((side) => page(`${path}/${side}`)),
  ),

  plain('/[locale]/s/[reference]/[key]', { GET: null }),
  plain('/robots.txt', read),
  plain('/sitemap.xml', read),
  plain('/api/auth/[...nextauth]', { GET: null, POST: { most: 16 * kB } }),
  plain('/api/docs', read),
  plain('/api/health', read),
  plain('/api/health/live', read),
  plain('/api/pictures', { POST: { most: 8 * MB, seconds: 120 } }),
  plain('/api/pictures/[id]', read),
  plain('/api/receipts/check.mjs', read),
  plain('/api/receipts/keys', read),
  plain('/api/audit', { GET: null }),
  plain('/api/drafts', { GET: null, PUT: { most: 64 * kB }, DELETE: null }),
  // Streams: a HEAD would agree to one that nobody ever takes.
  plain('/api/events', { GET: null }),
  plain('/api/status/[reference]/events', { GET: null }),
  plain('/api/guides/[id]/events', { GET: null, PUT: { most: 1024 } }),
  plain('/api/reports', { GET: null }),
  plain('/api/search', { GET: null }),
  plain('/api/sends/[id]', { GET: null }),
  plain('/api/requests/[reference]/copy', { GET: null }),
  plain('/api/requests/[reference]/documents/[id]', json(4 * kB)),
  plain('/api/requests/[reference]/identifiers', json(4 * kB)),
  plain('/api/requests/[reference]/receipt', { GET: null }),
  plain('/api/requests/bulk', json(MB)),
  plain('/api/requests/check', json(64 * kB)),
  plain('/api/requests/export', json(MB)),
  plain('/api/requests/import', { POST: { most: 4 * MB, seconds: 120 } }),
  plain('/api/status/[reference]/receipt', { GET: null }),
  { path: '/api/uploads', kind: 'upload', methods: { POST: null } },
  {
    path: '/api/uploads/[id]',
    kind: 'upload',
    methods: { HEAD: null, PATCH: document, DELETE: null },
  },

  api('/api/v1/carriers', { GET: null }),
  api('/api/v1/eligibility', { GET: null }),
  api('/api/v1/guides', { GET: null }),
  api('/api/v1/openapi.json', read),
  api('/api/v1/requests', { GET: null, POST: apiBody }),
  api('/api/v1/requests/[reference]', { GET: null, PATCH: apiBody }),
  api('/api/v1/requests/[reference]/calls', { POST: apiBody }),
  api('/api/v1/requests/[reference]/documents', { POST: document }),
  api('/api/v1/requests/[reference]/events', { GET: null }),
  api('/api/v1/requests/[reference]/facts', { POST: apiBody }),
  api('/api/v1/requests/[reference]/moves', { POST: apiBody }),
  api('/api/v1/webhooks', { GET: null, POST: apiBody }),
  api('/api/v1/webhooks/[id]', { DELETE: null }),
  api('/api/v1/working-days', { GET: null }),
  api(`${orders}/cancelProductOrder`, { POST: apiBody }),
  api(`${orders}/hub`, { POST: apiBody }),
  api(`${orders}/hub/[id]`, { DELETE: null }),
  api(`${orders}/productOrder`, { POST: apiBody }),
  api(`${orders}/productOrder/[id]`, { GET: null }),
]

/** What is no address of the desk: it is read as a page that says so. */
const nowhere = page('/[...rest]')

// A page stands below its language too; Next itself leads `/guide/` to `/guide`.
const patternOf = ({ path, kind }) => {
  const parts = path
    .replaceAll('.', '\\.')
    .replaceAll(/\/\[\[\\\.\\\.\\\.\w+\]\]/g, '(?:/.+)?')
    .replaceAll(/\[\\\.\\\.\\\.\w+\]/g, '.+')
    .replace('/[locale]', '(?:/(?:en|zh-CN))?')
    .replaceAll(/\[\w+\]/g, '[^/]+')
  const language = kind === 'page' ? '(?:/(?:en|zh-CN))?' : ''
  return new RegExp(`^${language}${parts === '/' ? '' : parts}/?$`)
}
const patterns = allowedRequests.map((row) => ({ row, pattern: patternOf(row) }))

/**
 * The row of an address. The first that fits counts: what is named stands before what is filled in
 * (`/requests/new` before `/requests/[reference]`) only where the two differ.
 * @param {string} path without the query
 * @returns {Row}
 */
export const rowOf = (path) => patterns.find(({ pattern }) => pattern.test(path))?.row ?? nowhere

const everywhere = [
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'origin',
  'referer',
  'transfer-encoding',
  'user-agent',
]
const conditional = ['if-match', 'if-none-match', 'if-modified-since']

/**
 * The headers that reach the framework, by the kind of address. What is not here never does: Next
 * obeys several that a browser has no business to send (`x-middleware-*`, `x-matched-path`, …).
 */
export const allowedHeaders = {
  page: new Set([
    ...everywhere,
    'rsc',
    'next-action',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-url',
  ]),
  plain: new Set([...everywhere, ...conditional]),
  api: new Set([...everywhere, ...conditional, 'authorization', 'idempotency-key']),
  upload: new Set([
    ...everywhere,
    'tus-resumable',
    'upload-length',
    'upload-offset',
    'upload-metadata',
  ]),
}
