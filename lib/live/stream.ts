import 'server-only'

export type Stream = { send(event: string, content: object): void; end(): void }
type Opening = {
  /** The key that open streams are counted by, besides the address. */
  pass: string
  /** Returns the clean-up function, called when either side ends the stream. */
  begin(stream: Stream): Promise<() => void>
  /** Called every 20 seconds. */
  beat(stream: Stream): Promise<void>
}

/** The response when there are too many streams. */
type Refusal = { status: number; headers?: Record<string, string>; body?: string }
const server = globalThis as {
  deskStreams?: { agree(ticket: string, opening: Opening): Refusal | null }
}

/**
 * Accepts a server-sent event stream for this request; our server takes over the connection
 * (lib/ops/web/event-streams.mjs).
 */
export function eventStream(
  request: Request,
  pass: string,
  begin: Opening['begin'],
  beat: Opening['beat'],
): Response {
  const ticket = request.headers.get('x-desk-stream')
  if (!ticket) return new Response(null, { status: 503 })
  const refusal = server.deskStreams?.agree(ticket, { pass, begin, beat })
  if (refusal) return new Response(refusal.body, refusal)
  // no-transform: a compressing proxy would buffer the stream.
  return new Response(null, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
