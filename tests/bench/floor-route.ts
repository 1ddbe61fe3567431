// The floor: a route handler of the same app that does the statements of something else, and
// nothing beside. It is copied into the bench's own tree as app/api/floor/route.ts; the product has
// no such address.
import { serialize } from 'node:v8'
import { type Statement, replayer } from '@/tests/bench/replay'

const shared = globalThis as unknown as {
  benchStatements: Statement[] | null
  benchReplay?: ReturnType<typeof replayer>
}
const replay = () => (shared.benchReplay ??= replayer(process.env.DATABASE_URL ?? ''))

export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams
  const name = asked.get('name') ?? ''
  switch (asked.get('do')) {
    case 'note':
      shared.benchStatements = []
      return Response.json({})
    case 'keep': {
      const statements = (shared.benchStatements ?? []).filter(({ text }) => text !== '')
      shared.benchStatements = null
      replay().sets.set(name, statements)
      return Response.json({
        statements: statements.map(({ text }) => text),
        rows: statements.reduce((sum, { rows }) => sum + rows, 0),
      })
    }
    case 'give':
      return Response.json({
        statements: serialize(replay().sets.get(name) ?? []).toString('base64'),
      })
    // By its address: the front door lets no body in to an address that is not the product's.
    case 'about': {
      const [id, reference] = [asked.get('id') ?? '', asked.get('reference') ?? '']
      replay().about({ id, reference })
      return Response.json({})
    }
    case 'explain':
      return Response.json(await explained(replay().sets.get(name) ?? []))
    case 'collect':
      ;(globalThis as { gc?: () => void }).gc?.()
      return Response.json({})
    default:
      return Response.json({ rows: await replay().run(name, asked.get('target')) })
  }
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/** The tables that each statement would go through from end to end, by the planner as it is set. */
async function explained(statements: readonly Statement[]) {
  const found: { text: string; tables: string[] }[] = []
  for (const { text, values } of statements) {
    if (!/^\s*(select|with|update|delete)/i.test(text)) continue
    const { rows } = await replay().pool.query(`explain (format json) ${text}`, values)
    const scanned = (plan: Plan): string[] => [
      ...(plan['Node Type'].includes('Seq Scan') ? [plan['Relation Name'] ?? ''] : []),
      ...(plan.Plans ?? []).flatMap(scanned),
    ]
    found.push({ text, tables: scanned(rows[0]['QUERY PLAN'][0].Plan) })
  }
  return found
}
