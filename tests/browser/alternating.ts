import { type IncomingMessage, createServer, request } from 'node:http'

/**
 * A way in that sends each request to the next of these ports; whatever one of them keeps to itself
 * is missed by the other.
 */
export async function alternating(
  port: number,
  ports: readonly number[],
): Promise<{ counts: number[]; stop(): Promise<void> }> {
  const counts = ports.map(() => 0)
  let turn = 0
  const server = createServer((incoming, answer) => {
    const place = turn++ % ports.length
    counts[place] = (counts[place] ?? 0) + 1
    const onward = request(
      {
        host: '127.0.0.1',
        port: ports[place],
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (got: IncomingMessage) => {
        answer.writeHead(got.statusCode ?? 502, got.headers)
        got.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
  return {
    counts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
