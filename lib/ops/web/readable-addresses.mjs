// Addresses that no link of the desk leads to: Next and next-intl answer a part that cannot be
// decoded with a bare "Internal Server Error", and PostgreSQL takes no NUL. They are made readable
// before anything else reads them.

/**
 * A part of a path that names nothing anywhere: the page or route that it stands in answers in its
 * own words.
 */
const nothing = '-'
// Decoded once by Next, once by next-intl, once by a page.
const timesDecoded = 3
const nul = /%00/g
const api = /^\/(api\/v1|tmf-api)\//

function canBeRead(part) {
  let text = part
  try {
    for (let time = 0; time < timesDecoded && text.includes('%'); time += 1)
      text = decodeURIComponent(text)
  } catch {
    return false
  }
  return !text.includes('\u0000')
}

/**
 * Gives an address in which every part of the path can be decoded; one that cannot names nothing.
 * NULs fall out of the query, except of the HTTP API's, whose operations refuse them at the field.
 *
 * @param {string} address path and query, as they stand in the request's first line
 */
export function readableAddress(address) {
  if (!address.includes('%')) return address
  const at = address.indexOf('?')
  const [path, query] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)]
  const readable = path
    .split('/')
    .map((part) => (canBeRead(part) ? part : nothing))
    .join('/')
  return readable + (api.test(path) ? query : query.replace(nul, ''))
}
