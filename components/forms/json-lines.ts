/** Parses a stream of JSON lines, in batches as they arrive. */
export async function* jsonLines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T[]> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const parts = `${rest}${value}`.split('\n')
    rest = parts.pop() ?? ''
    if (parts.length) yield parts.map((part) => JSON.parse(part) as T)
  }
}
