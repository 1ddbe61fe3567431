// The web process: Next.js on a server of our own, so that it ends in order. SIGTERM, or the end of the process that
// started it: no new connections, what is under way is finished, and after eight seconds the rest is cut.
import { createServer } from 'node:http'
import next from 'next'
import sirv from 'sirv'
import { endStreams, isStream, streamed } from './web/event-streams.mjs'
import { fromGuideCache } from './web/guide-cache.mjs'
import { lightened } from './web/lighter-pages.mjs'
import { readableAddress } from './web/readable-addresses.mjs'
import { sameOrigin } from './web/same-origin.mjs'
import { secure } from './web/security-headers.mjs'

const dev = process.argv.includes('--dev')
if (!dev) process.env.NODE_ENV = 'production'
const port = Number(process.env.PORT)
const patience = 8000

const app = next({ dev, port, hostname: 'localhost', turbopack: dev })
await app.prepare()
const handle = app.getRequestHandler()
const lighter = lightened(handle)
const server = createServer((request, response) => {
  request.url = readableAddress(request.url ?? '/')
  request.headers['x-forwarded-for'] = clientOf(request)
  secure(request, response)
  if (!sameOrigin(request, process.env.BASE_URL, proxies)) return refuseForeign(response)
  if (built && request.url?.startsWith(builtAt)) return serveBuilt(request, response)
  if (isStream(request)) return streamed(request, response, handle)
  return dev ? handle(request, response) : fromGuideCache(request, response, lighter)
})

// What was built never changes under its name; Next would pack it anew for each phone.
const builtAt = '/_next/static/'
const built = dev ? null : sirv('.next/static', { brotli: true, immutable: true, maxAge: 31_536_000, etag: true })
function serveBuilt(request, response) {
  const { url } = request
  request.url = url.slice(builtAt.length - 1)
  built(request, response, () => {
    request.url = url
    return handle(request, response)
  })
}

function refuseForeign(response) {
  process.stderr.write(`${JSON.stringify({ level: 40, time: Date.now(), event: 'origin_refused', msg: 'a change from a foreign page was refused' })}\n`)
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end('This address takes changes from the desk\'s own pages alone. 只接受来自本服务台页面的操作。\n')
}

// Whoever asks could write any address into the header: only as many steps back count as there are proxies of ours.
const proxies = Number(process.env.TRUSTED_PROXIES ?? 0)
function clientOf(request) {
  const steps = [...String(request.headers['x-forwarded-for'] ?? '').split(','), request.socket.remoteAddress ?? ''].map((step) => step.trim()).filter(Boolean)
  return steps[Math.max(0, steps.length - 1 - proxies)] ?? ''
}

server.listen(port)

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
