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

const server = globalThis as {
  deskStreams?: {
    /** Gives the status to answer with: 429 where there are too many lines. */
    agree(ticket: string, opening: Opening): number
  }
}

/**
 * Agrees to a stream of server-sent events. The answer says no more than that: our server, which
 * asked, writes the stream (lib/ops/web/event-streams.mjs).
 */
export function eventStream(
  request: Request,
  pass: string,
  begin: Opening['begin'],
  beat: Opening['beat'],
): Response {
  const ticket = request.headers.get('x-desk-stream')
  const status = (ticket && server.deskStreams?.agree(ticket, { pass, begin, beat })) || 503
  return new Response(null, { status })
}
