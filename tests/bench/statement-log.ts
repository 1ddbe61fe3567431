// The statements that a call sends to the database, from PostgreSQL itself: the texts and values
// from the server's log, the rows from pg_stat_statements.
import { readFileSync, statSync } from 'node:fs'
import { type Client, Pool } from 'pg'
import { withClient } from '@/lib/ops/database/roles'
import { until } from '@/lib/ops/start/until'
import { type Statement, statementsIn } from './statement'

/** `rows`: that all the statements gave or changed. */
export type Noted = { statements: Statement[]; rows: number }

const library = 'pg_stat_statements'

const whileNoting = {
  log_statement: 'all',
  compute_query_id: 'on',
  [`${library}.track`]: 'top',
}
const otherwise = {
  log_statement: 'none',
  compute_query_id: 'off',
  [`${library}.track`]: 'none',
}

/** The log of a server, the superuser's URL, and the URL that the noted process connects by. */
export type Server = { log: string; superuser: string; app: string }
export type StatementLog = ReturnType<typeof statementLog>

/**
 * Has the server load the library that counts, which it can only as it starts; whether it has to
 * start again for that.
 */
export const orderLibrary = (superuser: string): Promise<boolean> =>
  withClient(superuser, async (client) => {
    const { rows } = await client.query('show shared_preload_libraries')
    if (rows[0].shared_preload_libraries === library) return false
    await client.query(`alter system set shared_preload_libraries = ${library}`)
    return true
  })

/** Has the log tell one role's entries from another's, and nothing noted yet. */
export const prepareNoting = (superuser: string) =>
  withClient(superuser, async (client) => {
    await client.query(`create extension if not exists ${library}`)
    await configure(client, {
      log_line_prefix: '%u ',
      log_parameter_max_length: '-1',
    })
    await configure(client, otherwise)
  })

export function statementLog({ log, superuser, app }: Server) {
  const role = decodeURIComponent(new URL(app).username)
  const pool = new Pool({ connectionString: app, max: 1 })
  return {
    /** What `work` has the server do as this role. Nothing else may use the role meanwhile. */
    during: (work: () => Promise<unknown>): Promise<Noted> =>
      withClient(superuser, async (client) => {
        await configure(client, whileNoting)
        try {
          await client.query(`select ${library}_reset()`)
          // Each backend writes its entry before it begins the statement, in one piece.
          const begin = statSync(log).size
          await work()
          const written = readFileSync(log).subarray(begin).toString()
          const { rows } = await client.query<{ rows: number }>(
            `select coalesce(sum(rows), 0)::int as rows from ${library} where userid = $1::regrole`,
            [role],
          )
          return {
            statements: statementsIn(written, role),
            rows: rows[0]?.rows ?? 0,
          }
        } finally {
          await configure(client, otherwise)
        }
      }),
    /** The tables that each statement would read from end to end, by the planner as it is set. */
    async scans(statements: readonly Statement[]): Promise<{ text: string; tables: string[] }[]> {
      const found: { text: string; tables: string[] }[] = []
      for (const { text, values } of statements) {
        if (!/^\s*(select|with|update|delete)/i.test(text)) continue
        const { rows } = await pool.query(`explain (format json) ${text}`, values)
        found.push({ text, tables: scanned(rows[0]['QUERY PLAN'][0].Plan) })
      }
      return found
    },
    end: () => pool.end(),
  }
}

/** Changes settings of the running server; returns once its processes have been told. */
async function configure(client: Client, settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings))
    await client.query(`alter system set ${name} = ${client.escapeLiteral(value)}`)
  await client.query('select pg_reload_conf()')
  // The postmaster signals all processes in one go, and each reads the settings before its next
  // statement: once this connection has them, so do the others.
  await until(async () => {
    const { rows } = await client.query<{ name: string; value: string }>(
      'select name, current_setting(name) as value from unnest($1::text[]) as name',
      [Object.keys(settings)],
    )
    return rows.every(({ name, value }) => settings[name] === value)
  }, 10_000)
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

const scanned = (plan: Plan): string[] => [
  ...(plan['Node Type'].includes('Seq Scan') ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
]
