// The floor: a route handler of the same app that does the statements of something else, and
// nothing beside. It is copied into the bench's own tree as app/api/floor/route.ts; the product has
// no such address.
import { readFileSync } from 'node:fs'
import { type Given, replayer } from '@/tests/bench/replay'

const shared = globalThis as unknown as { benchReplay?: ReturnType<typeof replayer> }
const replay = () => (shared.benchReplay ??= replayer(process.env.DATABASE_URL ?? ''))

export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams
  switch (asked.get('do')) {
    // From a file: the front door lets no body in to an address that is not the product's.
    case 'take':
      replay().take(JSON.parse(readFileSync(asked.get('file') ?? '', 'utf8')) as Given)
      return Response.json({})
    case 'collect':
      ;(globalThis as { gc?: () => void }).gc?.()
      return Response.json({})
    default:
      return Response.json({
        rows: await replay().run(asked.get('name') ?? '', asked.get('target')),
      })
  }
}
