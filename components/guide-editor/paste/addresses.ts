import { isUuid } from '@/lib/domain/identifiers/uuid'
import { picturePath } from '@/lib/guide/address'
import { isOutsideAddress, pictureAt } from '@/lib/guide/links'

// What follows a reader about, by the parameters that analytics and shops add to an address.
const tracking =
  /^(utm_\w+|spm|scm|gclid|dclid|fbclid|msclkid|yclid|mc_[ce]id|igshid|_hs(enc|mi)|share_\w+|from_source|vd_source|bd_vid|ref_src)$/i

// Redirections that mail programs and pages put before an address, and where they keep it.
const redirections: readonly [host: RegExp, path: RegExp, parameter: string][] = [
  [/^(www\.)?google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/\.safelinks\.protection\.outlook\.(com|cn)$/, /^\//, 'url'],
  [/^link\.zhihu\.com$/, /^\//, 'target'],
  [/^link\.juejin\.cn$/, /^\//, 'target'],
  [/^l\.facebook\.com$/, /^\/l\.php$/, 'u'],
]

/** An address that could not be taken, as one that was written for a file's own reader. */
export type Address = { href: string } | 'inside' | 'refused'

/**
 * A link's address as a guide may have it: a page of the desk by its path, others whole, without
 * what tracks their readers. `inside`: it leads to another place of the file that it was copied
 * from. `origin`: the desk's own, such as `https://desk.example`.
 */
export function addressOf(written: string, origin: string): Address {
  const address = written.trim()
  if (address === '' || address.startsWith('#'))
    return /^#(reasons|materials|steps|aftercare)(-[a-z0-9_]+)?$/.test(address)
      ? { href: address }
      : 'inside'
  if (/^\/(?![/\\])/.test(address)) return { href: address }
  if (address.startsWith(`${origin}/`)) return { href: address.slice(origin.length) }
  if (!isOutsideAddress(address)) return 'refused'
  if (!/^https?:/i.test(address)) return { href: address }
  return { href: withoutTracking(behindRedirections(address)) }
}

function behindRedirections(address: string): string {
  let found = address
  for (let hops = 0; hops < 3; hops += 1) {
    const { hostname, pathname, searchParams } = new URL(found)
    const way = redirections.find(([host, path]) => host.test(hostname) && path.test(pathname))
    const target = way && searchParams.get(way[2])
    if (!target || !/^https?:/i.test(target) || !isOutsideAddress(target)) return found
    found = target
  }
  return found
}

function withoutTracking(address: string): string {
  const url = new URL(address)
  const tracked = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  for (const name of tracked) url.searchParams.delete(name)
  return tracked.length ? url.href : address
}

/** The path of one of the desk's own pictures; null for any other. */
export function ownPicture(written: string, origin: string): string | null {
  const address = written.startsWith(`${origin}/`) ? written.slice(origin.length) : written
  const id = pictureAt(address)
  return id && isUuid(id) ? `${picturePath}${id}` : null
}
