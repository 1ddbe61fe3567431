// Some answers our server makes itself, of what Next says: streams of live updates, and pages that
// are kept. It asks Next as any client does, by a connection within this machine, so that Next
// never holds the connection to the reader.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request as send } from 'node:http'

const host = '127.0.0.1'
const keyHeader = 'x-desk-inner'

/** What Next makes an address of; of the rest of a request nothing goes on unless it is named. */
const always = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for']

/** What belongs to one connection alone (RFC 9110, 7.6.1), and what our server writes itself. */
const ofOneConnection = ['connection', 'keep-alive', 'transfer-encoding', 'date']

/**
 * Starts a server that has `handle` answer this process alone: whoever else of this machine finds
 * its port lacks the key, and is cut. Gives the function by which it is asked.
 * @param {(request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse) => unknown} handle
 */
export async function startInnerServer(handle) {
  const key = randomBytes(32).toString('base64url')
  const agent = new Agent({ keepAlive: true })
  const server = createServer((request, response) => {
    if (request.headers[keyHeader] !== key) return request.socket.destroy()
    delete request.headers[keyHeader]
    return handle(request, response)
  })
  server.listen(0, host).unref()
  await once(server, 'listening')
  const { port } = server.address()

  /**
   * The whole answer to a GET of the address that a request names.
   * @param {import('node:http').IncomingMessage} request as the front door left it
   * @param {Record<string, string | undefined>} [more] headers, besides its addresses
   * @returns {Promise<{ status: number, headers: import('node:http').OutgoingHttpHeaders,
   *   body: Buffer }>}
   */
  return ({ url, headers }, more = {}) =>
    new Promise((resolve, reject) => {
      const named = [...always.map((name) => [name, headers[name]]), ...Object.entries(more)]
      const sent = Object.fromEntries(named.filter(([, value]) => value !== undefined))
      sent[keyHeader] = key
      send({ agent, host, port, path: url, headers: sent }, (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const carried = { ...answer.headers }
          for (const name of ofOneConnection) delete carried[name]
          resolve({ status: answer.statusCode, headers: carried, body: Buffer.concat(parts) })
        })
      })
        .on('error', reject)
        .end()
    })
}
