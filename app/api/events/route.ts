import { may, visibleStores } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { hub } from '@/lib/live/hub'
import { othersAt, requestToWatch } from '@/lib/live/queries'
import { type Stream, eventStream } from '@/lib/live/stream'
import { arrive, leave } from '@/lib/live/commands'

/**
 * What happens to one request (`?request=`), with who else has it open, or to any request of the
 * viewer's stores: that something changed, never what. A page that hears of it asks for itself
 * anew, by its own rights.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.read'))
    return new Response(null, { status: 403 })
  // All that a line keeps of them while it is open.
  const watcher: Watcher = {
    id: viewer.id,
    sessionId: viewer.sessionId,
    stores: visibleStores(viewer.memberships),
  }
  const reference = new URL(request.url).searchParams.get('request')
  if (reference === null) return storesWatched(request, watcher)
  const watched = await requestToWatch(reference, watcher.stores)
  return watched ? requestWatched(request, watched, watcher) : new Response(null, { status: 404 })
}

type Watcher = { id: string; sessionId: string; stores: readonly string[] }

const storesWatched = (request: Request, watcher: Watcher) =>
  eventStream(
    request,
    watcher.sessionId,
    async (stream) => watchStores(stream, watcher.stores),
    async (stream) => {
      if (!(await stillMay(watcher))) stream.end()
    },
  )

const requestWatched = (
  request: Request,
  watched: { id: string; version: number },
  watcher: Watcher,
) =>
  eventStream(
    request,
    watcher.sessionId,
    (stream) => watchRequest(stream, watched, watcher.id),
    async (stream) =>
      (await stillMay(watcher)) ? arrive(watched.id, watcher.id, new Date(), false) : stream.end(),
  )

/**
 * Rights are read anew at each beat: who was disabled, signed out or locked hears nothing after it.
 */
async function stillMay({ sessionId, stores }: Watcher) {
  const now = await accountOfSession(sessionId, new Date())
  const seen = new Set(now && visibleStores(now.memberships))
  return now !== null && stores.every((store) => seen.has(store))
}

const watchStores = (stream: Stream, stores: readonly string[]) =>
  hub().listen((told) => {
    if (told.kind === 'missed' || (told.kind === 'changed' && stores.includes(told.store)))
      stream.send('changed', {})
  })

async function watchRequest(
  stream: Stream,
  { id, version }: { id: string; version: number },
  viewer: string,
) {
  const sayWho = async () => stream.send('here', { names: await othersAt(id, viewer, new Date()) })
  const stop = hub().listen((told) => {
    if (told.kind === 'missed') stream.send('changed', { version: null, mine: false })
    else if (!('request' in told) || told.request !== id) return
    else if (told.kind === 'presence') void sayWho().catch(() => stream.end())
    else stream.send('changed', { version: told.version, mine: told.by === viewer })
  })
  try {
    stream.send('changed', { version, mine: false })
    await arrive(id, viewer, new Date(), true)
    await sayWho()
  } catch (error) {
    // Nobody else knows yet that it listens.
    stop()
    throw error
  }
  return () => {
    stop()
    leave(id, viewer).catch(() => {})
  }
}
