import { currentViewer } from '@/lib/auth/viewer'
import { mayBeKept } from '@/lib/drafts/consent'
import { draftAt } from '@/lib/drafts/queries'
import { draftSchema, isPlace } from '@/lib/drafts/schemas'
import { forgetDraft, keepDraft } from '@/lib/drafts/commands'
import { smallJson } from '@/lib/forms/small-json'

const largest = 64 * 1024
const closed = () => new Response(null, { status: 403 })
const placeOf = (request: Request) => new URL(request.url).searchParams.get('place') ?? ''

/** What the viewer was writing at `?place=`: `{fields, at}`, or 404. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer) return closed()
  const place = placeOf(request)
  const kept = isPlace(place) ? await draftAt(viewer.id, place) : null
  const draft = kept && mayBeKept(place, kept.fields) ? kept : null
  // Kept by an older version without consent.
  if (kept && !draft) await forgetDraft(viewer.id, place)
  return draft
    ? Response.json(draft, { headers: { 'cache-control': 'no-store' } })
    : new Response(null, { status: 404 })
}

/**
 * Keeps what the viewer is writing: `{place, fields}`; without the consent that its form asks for,
 * nothing, and an older copy goes.
 */
export async function PUT(request: Request) {
  const viewer = await currentViewer()
  if (!viewer) return closed()
  const draft = draftSchema.safeParse(await smallJson(request, largest))
  if (!draft.success) return new Response(null, { status: 422 })
  const { place, fields } = draft.data
  if (!mayBeKept(place, fields)) {
    await forgetDraft(viewer.id, place)
    return new Response(null, { status: 422 })
  }
  return new Response(null, {
    status: (await keepDraft(viewer.id, place, fields, new Date())) ? 204 : 409,
  })
}

/** Throws away what the viewer was writing at `?place=`. */
export async function DELETE(request: Request) {
  const viewer = await currentViewer()
  if (!viewer) return closed()
  if (isPlace(placeOf(request))) await forgetDraft(viewer.id, placeOf(request))
  return new Response(null, { status: 204 })
}
