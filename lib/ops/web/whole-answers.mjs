// Pages that our server changes before they leave: held back until they are whole, packed here
// instead of by Next.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const packers = {
  br: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => gzipSync(plain),
  identity: (plain) => plain,
}

/** How the answer to this request may be packed (RFC 9110, 12.5.3). */
export const packingFor = ({ headers }) =>
  ['br', 'gzip'].find((name) =>
    new RegExp(`\\b${name}\\b`).test(headers['accept-encoding'] ?? ''),
  ) ?? 'identity'

/** Sends a page; what was packed stays with it, for the next who is sent it. */
export function send(response, page, packing, more = {}) {
  page[packing] ??= packers[packing](page.plain)
  const { 'content-length': _, ...headers } = page.headers
  response.writeHead(page.status, {
    ...headers,
    ...more,
    ...(packing !== 'identity' && { 'content-encoding': packing }),
    vary: [
      ...new Set(
        `${headers.vary ?? ''},Accept-Encoding`
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ].join(', '),
    'content-length': page[packing].length,
  })
  response.end(page[packing])
}

/**
 * Holds what is written to the answer back until it is whole, then gives it to `whole`, who has to
 * send it.
 */
export function collect(response, whole) {
  const parts = []
  const own = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  }
  const take = (part, encoding) => {
    if (part === null || part === undefined || typeof part === 'function') return
    parts.push(
      typeof part === 'string'
        ? Buffer.from(part, typeof encoding === 'string' ? encoding : 'utf8')
        : Buffer.from(part),
    )
  }
  response.flushHeaders = () => {}
  response.writeHead = function (status, ...given) {
    this.statusCode = status
    for (const [name, value] of Object.entries(given.at(-1) ?? {})) this.setHeader(name, value)
    return this
  }
  response.write = (part, encoding, done) => {
    take(part, encoding)
    const call = typeof encoding === 'function' ? encoding : done
    if (call) process.nextTick(call)
    return true
  }
  response.end = function (part, encoding) {
    take(part, encoding)
    Object.assign(this, own)
    const {
      date: _,
      'transfer-encoding': __,
      connection: ___,
      'keep-alive': ____,
      ...headers
    } = this.getHeaders()
    whole({ status: this.statusCode, headers, plain: Buffer.concat(parts) })
    return this
  }
}
