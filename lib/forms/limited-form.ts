import { limitedBody } from './limited-body'

/**
 * A request's body as a form; null for more than `most` bytes and for what is no form. Ask who
 * calls first.
 */
export async function limitedForm(request: Request, most: number): Promise<FormData | null> {
  const bytes = await limitedBody(request, most)
  if (!bytes) return null
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(Buffer.from(bytes), { headers }).formData().catch(() => null)
}
