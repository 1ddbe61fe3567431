import { may } from '@/lib/auth/policy'
import { currentViewer } from '@/lib/auth/viewer'
import { isReasonToView } from '@/lib/documents/reasons'
import { viewDocument } from '@/lib/documents/write'
import { readReference } from '@/lib/identifiers/reference'
import { isUuid } from '@/lib/identifiers/uuid'

type Context = { params: Promise<{ reference: string; id: string }> }

/** Shows a stored copy of a document to the store's people, for a reason that is kept: `{reason}` in, `{pages}` out, each a data URL. */
export async function POST(request: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'document.view')) return new Response(null, { status: 403 })
  const { reason } = (await request.json().catch(() => ({}))) as { reason?: unknown }
  if (!isReasonToView(reason)) return new Response(null, { status: 422 })
  const { reference: typed, id } = await params
  const reference = readReference(typed)
  const pages = reference && isUuid(id) ? await viewDocument({ kind: 'account', ...viewer }, reference, id, reason, new Date()) : null
  if (!pages) return new Response(null, { status: 404 })
  return Response.json({ pages: pages.map((page) => `data:image/webp;base64,${page.toString('base64')}`) }, { headers: { 'cache-control': 'no-store' } })
}
