/**
 * Reads a request's body; null as soon as it exceeds `most` bytes, whatever Content-Length says.
 */
export async function limitedBody(request: Request, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return Buffer.concat(parts, length)
}
