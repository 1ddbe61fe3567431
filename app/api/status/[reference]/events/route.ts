import { isPassValid, statusPass } from '@/lib/auth/status-pass'
import { readReference } from '@/lib/domain/identifiers/reference'
import { hub } from '@/lib/live/hub'
import { requestOfStatus } from '@/lib/live/queries'
import { eventStream } from '@/lib/live/stream'

type Context = { params: Promise<{ reference: string }> }

/**
 * Tells the status page of one request that it has changed, never what; a `beat` now and then says
 * that the line works. It ends with the pass: whoever stays longer looks the request up again.
 */
export async function GET(request: Request, { params }: Context) {
  const reference = readReference((await params).reference)
  const pass = reference && (await statusPass(reference))
  const watched = pass && (await requestOfStatus(reference))
  if (!watched) return new Response(null, { status: 404 })
  return eventStream(
    request,
    // By what let them in: who guessed the phone's digits leaves the slip's holder their lines.
    `${reference}|${pass.by}`,
    async (stream) => {
      const tell = (version: number | null) =>
        Date.now() < pass.until ? stream.send('changed', { version }) : stream.end()
      tell(watched.version)
      return hub().listen((told) => {
        if (told.kind === 'missed') tell(null)
        else if (told.kind === 'changed' && told.request === watched.id) tell(told.version)
      })
    },
    async (stream) =>
      (await isPassValid(reference, pass)) ? stream.send('beat', {}) : stream.end(),
  )
}
