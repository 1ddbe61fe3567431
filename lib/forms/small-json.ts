import { boundFaults, maxJsonValues } from './json-bounds'
import { limitedBody } from './limited-body'
import { readJson } from './read-json'

/**
 * Parses a JSON body sent by the desk's own scripts; null for more than `most` bytes, invalid JSON,
 * or values nested too deep, too many or impossible to store. Authenticate before reading the body.
 */
export async function smallJson(
  request: Request,
  most: number,
  mostValues = maxJsonValues,
): Promise<unknown> {
  const body = await limitedBody(request, most)
  const value = body && readJson(Buffer.from(body))
  return boundFaults(value, mostValues)?.length === 0 ? value : null
}
