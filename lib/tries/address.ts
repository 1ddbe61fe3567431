import ipaddr from 'ipaddr.js'

/**
 * What tries are counted by: the address that a request came from, as the web process has it in
 * `x-forwarded-for` (lib/ops/web.mjs puts it there, whatever was sent). Of IPv6 the /64, since one
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
