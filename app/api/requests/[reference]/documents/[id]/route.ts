import { accountActor } from '@/lib/cancellation/rules/actor'
import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { lookSchema } from '@/lib/cancellation/rules/looks'
import { noteLook } from '@/lib/writer'
import { pagesOf } from '@/lib/documents/queries'
import { smallJson } from '@/lib/forms/small-json'
import { readReference } from '@/lib/domain/identifiers/reference'

type Context = { params: Promise<{ reference: string; id: string }> }

const largest = 4096

/**
 * Shows a stored copy of a document to the store's people, for a reason that is kept: `{reason}`
 * in, `{pages}` out, each a data URL.
 */
export async function POST(request: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'document.view'))
    return new Response(null, { status: 403 })
  const { reference: typed, id } = await params
  const { reason } = ((await smallJson(request, largest)) ?? {}) as { reason?: unknown }
  const look = lookSchema.safeParse({ what: 'view_document', document: id, reason })
  const reference = readReference(typed)
  if (!look.success) return new Response(null, { status: 422 })
  const by = accountActor(viewer)
  const noted = reference
    ? await noteLook({ actor: by, reference, look: look.data, now: new Date() })
    : null
  const pages = reference && noted?.ok ? await pagesOf(by, reference, id) : null
  if (!pages) return new Response(null, { status: 404 })
  return Response.json(
    { pages: pages.map((page) => `data:image/webp;base64,${page.toString('base64')}`) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
