import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whether an address of the network may be called: none of this machine, of a private network, of a
 * link or a cloud's own.
 */
export const isPublicAddress = (address: string) =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/**
 * The addresses of a host when every one of them may be called, else null. `allowPrivate`: the
 * operator said that they all may.
 */
export async function addressesToCall(
  host: string,
  allowPrivate: boolean,
): Promise<string[] | null> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = isIP(bare)
    ? [bare]
    : (await lookup(bare, { all: true }).catch(() => [])).map(({ address }) => address)
  return found.length > 0 && (allowPrivate || found.every(isPublicAddress)) ? found : null
}
