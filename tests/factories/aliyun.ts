import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * A service that checks ACS3-HMAC-SHA256 from what came over the line, as its description says, and
 * keeps what was asked.
 */
export async function aliyunServer(secret: string) {
  const asked: Record<string, string>[] = []
  const next = { code: 'OK' }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://service')
    const [, names = '', signature] =
      /SignedHeaders=([^,]+),Signature=(\w+)/.exec(request.headers.authorization ?? '') ?? []
    const canonical = [
      request.method,
      url.pathname,
      url.search.slice(1),
      ...names.split(';').map((name) => `${name}:${request.headers[name]}`),
      '',
      names,
      sha256(''),
    ].join('\n')
    const fits =
      createHmac('sha256', secret)
        .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
        .digest('hex') === signature
    const code = fits ? next.code : 'SignatureDoesNotMatch'
    if (code === 'OK') asked.push(Object.fromEntries(url.searchParams))
    response
      .writeHead(fits ? 200 : 400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ Code: code }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (code: string) => void Object.assign(next, { code }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
