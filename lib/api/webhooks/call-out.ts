import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { addressesToCall } from './address'

const patience = 15_000

type Headers = Record<string, string>

/**
 * Sends a body to an address that was looked at just before, and to no other that its name may lead
 * to; gives the status. Redirects are not followed. Looking up, sending and the answer's head have
 * one time together, and the connection ends with it.
 */
export function callOut(
  url: string,
  headers: Headers,
  body: string,
  allowPrivate: boolean,
): Promise<number> {
  const over = new AbortController()
  return new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error('no answer in time'))
      over.abort()
    }, patience)
    const sent = send(new URL(url), headers, body, allowPrivate, over.signal)
    sent.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

async function send(
  target: URL,
  headers: Headers,
  body: string,
  allowPrivate: boolean,
  signal: AbortSignal,
): Promise<number> {
  const addresses = await addressesToCall(target.hostname, allowPrivate)
  const [address] = addresses ?? []
  if (!address) throw new Error('address_not_allowed')
  // The name is looked up once: a second answer could lead into the private network.
  const lookup = (
    _: string,
    options: { all?: boolean },
    give: (error: null, found: unknown, family?: number) => void,
  ) =>
    options.all
      ? give(null, [{ address, family: isIP(address) }])
      : give(null, address, isIP(address))
  return new Promise((resolve, reject) => {
    const begin = target.protocol === 'https:' ? secure : plain
    const all = {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const how = { method: 'POST', headers: all, lookup: lookup as never, agent: false, signal }
    const sending = begin(target, how, (answer) => {
      resolve(answer.statusCode ?? 0)
      // The status says all, and a body may go on for ever.
      answer.destroy()
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
