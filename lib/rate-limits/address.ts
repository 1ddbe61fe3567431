import ipaddr from 'ipaddr.js'

/**
 * The key for counting attempts: the client's address, which the web process puts into
 * `x-forwarded-for` (lib/ops/web/server.mjs overwrites what was sent). For IPv6 the /64, since a
 * customer has all of it.
 */
export function addressOf(headers: { get(name: string): string | null }): string {
  const given = headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? ''
  if (!ipaddr.isValid(given)) return 'unknown'
  const address = ipaddr.process(given)
  return address.kind() === 'ipv6'
    ? `${(address as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : address.toString()
}
