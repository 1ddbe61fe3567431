import { passCounts, statusPass } from '@/lib/auth/status-pass'
import { readReference } from '@/lib/identifiers/reference'
import { hub } from '@/lib/live/hub'
import { requestOfStatus } from '@/lib/live/queries'
import { eventStream } from '@/lib/live/stream'

/** As long as a pass lasts: whoever stays longer looks the request up again. */
const longest = 30 * 60_000

/** Tells the status page of one request that it has changed, never what; a `beat` now and then says that the line works. */
export async function GET(request: Request, { params }: { params: Promise<{ reference: string }> }) {
  const reference = readReference((await params).reference)
  const pass = reference && (await statusPass(reference))
  const watched = pass && (await requestOfStatus(reference))
  if (!watched) return new Response(null, { status: 404 })
  const until = Date.now() + longest
  return eventStream(
    request,
    // By what let them in: who guessed the phone's digits leaves the slip's holder their lines.
    `${reference}|${pass.by}`,
    async (stream) => {
      stream.send('changed', { version: watched.version })
      return hub().listen((told) => {
        if (told.kind === 'missed') stream.send('changed', { version: null })
        else if (told.kind === 'changed' && told.request === watched.id) stream.send('changed', { version: told.version })
      })
    },
    async (stream) => {
      const goesOn = Date.now() < until && (await passCounts(reference, pass))
      return goesOn ? stream.send('beat', {}) : stream.end()
    },
  )
}
