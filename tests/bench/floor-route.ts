// The floor: a route handler of the same app that does the statements of something else, and nothing beside. It is copied into
// the bench's own tree as app/api/floor/route.ts; the product has no such address.
import { Pool, type PoolClient } from 'pg'

type Statement = { text: string; values: unknown[]; rows: number }
type Target = { id: string; reference: string; sequence: number }
const shared = globalThis as unknown as { benchStatements: Statement[] | null; benchSets?: Map<string, Statement[]>; benchPool?: Pool; benchTargets?: Map<string, Target> }
const sets = () => (shared.benchSets ??= new Map())
const targets = () => (shared.benchTargets ??= new Map())

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
      sets().set(name, statements)
      return Response.json({ statements: statements.map(({ text }) => text), rows: statements.reduce((sum, { rows }) => sum + rows, 0) })
    }
    case 'explain':
      return Response.json(await explained(sets().get(name) ?? []))
    case 'collect':
      ;(globalThis as { gc?: () => void }).gc?.()
      return Response.json({})
    default:
      return Response.json({ rows: await replay(sets().get(name) ?? [], asked.get('target')) })
  }
}

/** Every statement of the set, one after the other; what is written goes to the target's request instead of the noted one's. */
async function replay(statements: readonly Statement[], targetText: string | null): Promise<number> {
  shared.benchPool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  const target = targetText === null ? null : targetOf(targetText)
  const noted = target ? (sets().get('noted') as unknown as { id: string; reference: string }) : null
  const inTransaction = statements.some(({ text }) => text === 'BEGIN')
  const client: PoolClient | null = inTransaction ? await shared.benchPool.connect() : null
  let rows = 0
  try {
    if (target) target.sequence += 1
    for (const { text, values } of statements) {
      const sequenceAt = target && /insert into (?:"public"\.)?"?request_event\b/i.test(text) ? columnsIn(text).indexOf('sequence') : -1
      const mapped = target && noted ? values.map((value, place) => (place === sequenceAt ? target.sequence : value === noted.id ? target.id : value === noted.reference ? target.reference : value)) : values
      rows += (await (client ?? shared.benchPool).query({ text, values: mapped, rowMode: 'array' })).rowCount ?? 0
    }
  } finally {
    client?.release()
  }
  return rows
}

const columnsIn = (insert: string) => (/\(([^)]*)\)\s*values/i.exec(insert)?.[1] ?? '').split(',').map((column) => column.trim().replaceAll('"', ''))

function targetOf(text: string): Target {
  const known = targets().get(text)
  if (known) return known
  const [id = '', reference = '', sequence = ''] = text.split('|')
  const made = { id, reference, sequence: Number(sequence) }
  targets().set(text, made)
  return made
}

export async function POST(request: Request) {
  sets().set('noted', (await request.json()) as never)
  return Response.json({})
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/** The tables that each statement would go through from end to end, by the planner as it is set. */
async function explained(statements: readonly Statement[]) {
  shared.benchPool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  const found: { text: string; tables: string[] }[] = []
  for (const { text, values } of statements) {
    if (!/^\s*(select|with|update|delete)/i.test(text)) continue
    const { rows } = await shared.benchPool.query(`explain (format json) ${text}`, values)
    const scanned = (plan: Plan): string[] => [...(plan['Node Type'].includes('Seq Scan') ? [plan['Relation Name'] ?? ''] : []), ...(plan.Plans ?? []).flatMap(scanned)]
    found.push({ text, tables: scanned(rows[0]['QUERY PLAN'][0].Plan) })
  }
  return found
}
