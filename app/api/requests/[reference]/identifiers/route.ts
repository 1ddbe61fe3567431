import { accountActor } from '@/lib/cancellation/rules/actor'
import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { lookSchema } from '@/lib/cancellation/rules/looks'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { noteLook } from '@/lib/writer'
import { smallJson } from '@/lib/forms/small-json'
import { readReference } from '@/lib/domain/identifiers/reference'

const largest = 4096

/**
 * Reveals a request's full numbers to the store's people, for a reason that is kept (L2):
 * `{reason}` in, the numbers out.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'document.view'))
    return new Response(null, { status: 403 })
  const { reason } = ((await smallJson(request, largest)) ?? {}) as { reason?: unknown }
  const look = lookSchema.safeParse({ what: 'reveal', reason })
  const reference = readReference((await params).reference)
  if (!look.success) return new Response(null, { status: 422 })
  const noted = reference
    ? await noteLook({ actor: accountActor(viewer), reference, look: look.data, now: new Date() })
    : null
  const identifiers =
    reference && noted?.ok ? (await oneRequest(viewer, reference, new Date()))?.identifiers : null
  if (!identifiers) return new Response(null, { status: 404 })
  const { number, holderDocument, applicantDocument, iccid, eid, imei } = identifiers
  return Response.json(
    { number, holderDocument, applicantDocument, iccid, eid, imei },
    { headers: { 'cache-control': 'no-store' } },
  )
}
