// The web process: Next.js on a server of our own, so that it ends in order. SIGTERM, or the end of
// the process that started it: no new connections, what is under way is finished, and after eight
// seconds the rest is cut.
import { createServer } from 'node:http'
import next from 'next'
import sirv from 'sirv'
import { answerStream, endStreams, isStream } from './event-streams.mjs'
import { BoundedRequest, frontDoor } from './front-door.mjs'
import { startInnerServer } from './inner-server.mjs'
import { answerWithKeptPage, cacheKey } from './kept-pages.mjs'
import { logLine } from './log-line.mjs'
import { readableAddress } from './readable-addresses.mjs'
import { refuse } from './refusals.mjs'
import { sameOrigin } from './same-origin.mjs'
import { secure } from './security-headers.mjs'

const dev = process.argv.includes('--dev')
if (!dev) process.env.NODE_ENV = 'production'
const { BASE_URL: baseUrl = '', AUTH_SECRET: secret = '', HOST: host } = process.env
const port = Number(process.env.PORT)
const patience = 8000

// A line that sends its headers slowly, or nothing at all, holds nothing but itself.
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 310_000,
  connectionsCheckingInterval: 5000,
}
const server = createServer({ IncomingMessage: BoundedRequest, ...limits }, (request, response) => {
  answer(request, response).catch((error) => {
    logLine('error', 'answer_failed', { stack: error.stack })
    response.destroy()
  })
})

const { sendStylesheet } = dev ? await import('./dev-stylesheet.mjs') : {}

// Next takes upgrades of the server that it is told of: while one edits, its tools need them. Else
// nothing here speaks another protocol than HTTP, and Next would leave such a line open for ever.
const upgrading = dev ? server : createServer()
if (!dev) server.on('upgrade', (_, socket) => socket.destroy())

const app = next({ dev, port, hostname: 'localhost', httpServer: upgrading, turbopack: dev })
await app.prepare()
const handle = app.getRequestHandler()
const ask = await startInnerServer(handle)
// What the browser's half of Next sends while one edits.
const more = dev ? ['next-hmr-refresh', 'upgrade', 'sec-websocket-key'] : []
const admit = frontDoor({ baseUrl, secret, more })

async function answer(request, response) {
  const address = clientOf(request)
  request.url = readableAddress(request.url ?? '/')
  const policy = secure(request.url ?? '', response)
  if (!sameOrigin(request, baseUrl, proxies)) return refuse(request, response, 'foreignPage')
  if (dev && isNextsOwn(request)) return handle(request, response)
  if (dev && request.url === '/style.css') return sendStylesheet(response)
  if (!dev && request.url?.startsWith('/_next/')) return serveBuilt(request, response)
  if (!(await admit(request, response, address))) return
  if (policy) request.headers['content-security-policy'] = policy
  if (isStream(request)) return answerStream(request, response, ask, address)
  const kept = dev ? null : cacheKey(request)
  if (kept) return answerWithKeptPage(kept, request, response, ask)
  return handle(request, response)
}

// While one edits, Next serves scripts and its own tools below these.
const isNextsOwn = ({ url = '' }) => /^\/(_next\/|__next)/.test(url)

// What was built never changes under its name; Next would pack it anew for each phone.
// Nothing else below `/_next/` is an address of the desk.
const builtAt = '/_next/static/'
const yearInSeconds = 31_536_000
const built = sirv('.next/static', {
  ...{ brotli: true, immutable: true, maxAge: yearInSeconds, etag: true },
  dev,
  onNoMatch: (request, response) => refuse(request, response, 'nowhere'),
})
function serveBuilt(request, response) {
  const { url, method } = request
  if (!url.startsWith(builtAt)) return refuse(request, response, 'nowhere')
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(request, response, 'otherMethod', { methods: 'GET, HEAD' })
  }
  request.url = url.slice(builtAt.length - 1)
  return built(request, response)
}

// Whoever asks could write any address into the header: only as many steps back count as there are
// proxies of ours.
const proxies = Number(process.env.TRUSTED_PROXIES ?? 0)
function clientOf(request) {
  const steps = [
    ...String(request.headers['x-forwarded-for'] ?? '').split(','),
    request.socket.remoteAddress ?? '',
  ]
    .map((step) => step.trim())
    .filter(Boolean)
  return steps[Math.max(0, steps.length - 1 - proxies)] ?? ''
}

server.listen(port, host || undefined)

let ending = false
function end() {
  if (ending) return
  ending = true
  server.close(() => process.exit(0))
  // Streams of live updates have no end of their own.
  endStreams()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), patience).unref()
}
process.on('SIGTERM', end)
process.on('disconnect', end)
