import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { addressesToCall } from './address'

const patience = 15_000

/** Sends a body to an address that was looked at just before, and to no other that its name may lead to; gives the status. Redirects are not followed. */
export async function callOut(url: string, headers: Record<string, string>, body: string, allowPrivate: boolean): Promise<number> {
  const target = new URL(url)
  const addresses = await addressesToCall(target.hostname, allowPrivate)
  const [address] = addresses ?? []
  if (!address) throw new Error('address_not_allowed')
  // The name is looked up once: a second answer could lead into the private network.
  const lookup = (_: string, options: { all?: boolean }, give: (error: null, found: unknown, family?: number) => void) => (options.all ? give(null, [{ address, family: isIP(address) }]) : give(null, address, isIP(address)))
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? secure : plain
    const sending = send(target, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }, lookup: lookup as never, timeout: patience, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sending.on('timeout', () => sending.destroy(new Error('no answer in time')))
    sending.on('error', reject)
    sending.end(body)
  })
}
