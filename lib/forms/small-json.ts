import { boundFaults, mostJsonValues } from './json-bounds'
import { limitedBody } from './limited-body'
import { readJson } from './read-json'

/**
 * What a request of the desk's own scripts says in JSON; null for more than `most` bytes, for what
 * is no JSON, and for what nests too deep, holds too much or cannot be kept. Ask who calls before
 * the body is read.
 */
export async function smallJson(
  request: Request,
  most: number,
  mostValues = mostJsonValues,
): Promise<unknown> {
  const body = await limitedBody(request, most)
  const value = body && readJson(Buffer.from(body))
  return boundFaults(value, mostValues)?.length === 0 ? value : null
}
