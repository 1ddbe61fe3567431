// The web process: Next.js on a server of our own, so that it ends in order. SIGTERM, or the end of the process that
// started it: no new connections, what is under way is finished, and after eight seconds the rest is cut.
import { createServer } from 'node:http'
import next from 'next'

const dev = process.argv.includes('--dev')
if (!dev) process.env.NODE_ENV = 'production'
const port = Number(process.env.PORT)
const patience = 8000

const app = next({ dev, port, hostname: 'localhost', turbopack: dev })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => handle(request, response))
server.listen(port)

let ending = false
function end() {
  if (ending) return
  ending = true
  server.close(() => process.exit(0))
  // Streams of live updates have no end of their own.
  for (const endStream of globalThis.deskStreams ?? []) endStream()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), patience).unref()
}
process.on('SIGTERM', end)
process.on('disconnect', end)
