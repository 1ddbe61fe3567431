import { pictureBytes } from '@/lib/guide/pictures/queries'
import { isUuid } from '@/lib/domain/identifiers/uuid'

/** A picture of the guide, for anyone; it never changes under its address. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const bytes = isUuid(id) ? await pictureBytes(id) : null
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(bytes, {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
