import { limitedBody } from './limited-body'

/**
 * Reads a request's body as a form; null for more than `most` bytes or anything that is not a form.
 * Authenticate first.
 */
export async function limitedForm(request: Request, most: number): Promise<FormData | null> {
  const bytes = await limitedBody(request, most)
  if (!bytes) return null
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(Buffer.from(bytes), { headers }).formData().catch(() => null)
}
