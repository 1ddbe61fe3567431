import { z } from 'zod'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { currentViewer } from '@/lib/auth/viewer'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { may } from '@/lib/domain/permissions'
import { smallJson } from '@/lib/forms/small-json'
import { guideExists } from '@/lib/guide/queries/editing'
import { arriveAtGuide, leaveGuide, othersInGuide } from '@/lib/live/guides'
import { hub } from '@/lib/live/hub'
import { type Stream, eventStream } from '@/lib/live/stream'

type Context = { params: Promise<{ id: string }> }

const none = (status: number) => new Response(null, { status })

/** Who asks, and about which guide; a refusal for whoever may not edit guides or names none. */
async function editorAt(params: Context['params']) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'guide.edit')) return none(403)
  const { id: guide } = await params
  if (!isUuid(guide) || !(await guideExists(guide))) return none(404)
  return { guide, account: viewer.id, sessionId: viewer.sessionId }
}

/** Who edits a guide besides the viewer and where, and that its draft has another version. */
export async function GET(request: Request, { params }: Context) {
  const editor = await editorAt(params)
  if (editor instanceof Response) return editor
  const { guide, account, sessionId } = editor
  return eventStream(
    request,
    sessionId,
    (stream) => watch(stream, guide, account),
    async (stream) => {
      // Rights are read anew at each beat.
      const now = await accountOfSession(sessionId, new Date())
      if (!now || !may(now.memberships, 'guide.edit')) return stream.end()
      await arriveAtGuide(guide, account, new Date(), { news: false })
    },
  )
}

const placeSchema = z.strictObject({ place: z.string().max(60) })

/** Says which row of the guide the viewer is in: `{place}`, empty for none. */
export async function PUT(request: Request, { params }: Context) {
  const editor = await editorAt(params)
  if (editor instanceof Response) return editor
  const said = placeSchema.safeParse(await smallJson(request, 1024))
  if (!said.success) return none(422)
  await arriveAtGuide(editor.guide, editor.account, new Date(), {
    place: said.data.place,
    news: true,
  })
  return none(204)
}

async function watch(stream: Stream, guide: string, viewer: string) {
  const sayWho = async () =>
    stream.send('here', { others: await othersInGuide(guide, viewer, new Date()) })
  const stop = hub().listen((told) => {
    if (told.kind === 'missed') stream.send('changed', { version: null })
    else if (told.kind === 'guide_changed' && told.guide === guide)
      stream.send('changed', { version: told.version })
    else if (told.kind === 'guide_presence' && told.guide === guide)
      void sayWho().catch(() => stream.end())
  })
  try {
    // What was saved between the page and this line.
    stream.send('changed', { version: null })
    await arriveAtGuide(guide, viewer, new Date(), { place: '', news: true })
    await sayWho()
  } catch (error) {
    stop()
    throw error
  }
  return () => {
    stop()
    leaveGuide(guide, viewer).catch(() => {})
  }
}
