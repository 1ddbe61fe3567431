// Addresses that no link of the desk leads to: Next and next-intl answer a part that cannot be
// decoded with a bare "Internal Server Error", and PostgreSQL takes no NUL. And each address has
// one spelling: Next finds `/api/audit` by `/api/%61udit` and by `/api%2Faudit` too, which the
// table of the front door has not. They are made readable before anything else reads them.

/**
 * A part of a path that names nothing anywhere: the page or route that it stands in answers in its
 * own words.
 */
const nothing = '-'
// Decoded once by Next, once by next-intl, once by a page.
const timesDecoded = 3
const nul = /%00/g
const api = /^\/(api\/v1|tmf-api)\//

/** An escape of what needs none (RFC 3986, 2.3), whether it is decoded once or more often. */
const escaped = /%(?:25)*([0-9a-f]{2})/gi
const needsNone = /[\w.~-]/
const withoutNeedless = (part) =>
  part.replace(escaped, (whole, code) => {
    const character = String.fromCharCode(Number.parseInt(code, 16))
    return needsNone.test(character) ? character : whole
  })

/** Whether a part says something, and is one part and no step to another, however it is decoded. */
function canBeRead(part) {
  let text = part
  try {
    for (let time = 0; time < timesDecoded && text.includes('%'); time += 1)
      text = decodeURIComponent(text)
  } catch {
    return false
  }
  return !/[\0/\\]/.test(text) && text !== '.' && text !== '..'
}

/**
 * Gives an address in which every part of the path can be decoded, and is written without needless
 * escapes; one that cannot names nothing. NULs fall out of the query, except of the HTTP API's,
 * whose operations refuse them at the field.
 *
 * @param {string} address path and query, as they stand in the request's first line
 */
export function readableAddress(address) {
  const at = address.indexOf('?')
  const [path, query] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)]
  const readable = path
    .split('/')
    .map((part) => (canBeRead(part) ? withoutNeedless(part) : nothing))
    .join('/')
  return readable + (api.test(readable) ? query : query.replace(nul, ''))
}
