import 'server-only'

export type Stream = { send(event: string, content: object): void; end(): void }
type Opening = {
  /** What the line is counted by, beside its address: whose it is, however that was written. */
  pass: string
  /** Gives back what is to be done when the stream ends, whoever ends it. */
  begin(stream: Stream): Promise<() => void>
  /** Every 20 seconds. */
  beat(stream: Stream): Promise<void>
}

/** What is answered where there are too many lines. */
type Refusal = { status: number; headers?: Record<string, string>; body?: string }
const server = globalThis as {
  deskStreams?: { agree(ticket: string, opening: Opening): Refusal | null }
}

/**
 * Agrees to a stream of server-sent events on this request; our server takes the line over
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
  // no-transform: a compressed stream would be held back until it is full.
  return new Response(null, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
