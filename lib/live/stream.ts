import 'server-only'

const encoder = new TextEncoder()

/** The streams that are open in this process; the web server ends them when it stops. */
const holder = globalThis as { deskStreams?: Set<() => void> }
holder.deskStreams ??= new Set()
const open = holder.deskStreams

export type Stream = { send(event: string, content: object): void; end(): void }

/**
 * A response of server-sent events. `begin` gets the stream and gives back what is to be done when it ends, whoever ends
 * it; `beat` is called every 20 seconds, which also keeps proxies from cutting the line.
 */
export function eventStream(request: Request, begin: (stream: Stream) => Promise<() => void>, beat: (stream: Stream) => Promise<void>): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let ended = false
      let close = () => {}
      const write = (text: string) => !ended && controller.enqueue(encoder.encode(text))
      const stream: Stream = {
        send: (event, content) => write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`),
        end() {
          if (ended) return
          ended = true
          clearInterval(timer)
          open.delete(stream.end)
          close()
          controller.close()
        },
      }
      const timer = setInterval(() => {
        write(': still here\n\n')
        beat(stream).catch(() => stream.end())
      }, 20_000)
      // Headers go out with the first words: without any the page would not know for a while that it is connected.
      write(': here\n\n')
      open.add(stream.end)
      request.signal.addEventListener('abort', stream.end)
      try {
        close = await begin(stream)
        if (ended) close()
      } catch (error) {
        stream.end()
        throw error
      }
    },
  })
  // no-transform: a compressed stream would be held back until it is full.
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' } })
}
