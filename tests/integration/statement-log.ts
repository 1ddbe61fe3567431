// The statements that reached PostgreSQL, from the server's own log: what any client sent, as it
// was sent.
import { randomUUID } from 'node:crypto'
import { expect, inject } from 'vitest'
import { withClient } from '@/lib/ops/database/roles'

const { superuser } = inject('cluster')
const databaseName = () => new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)

/** Logs the statements of this file's database, on connections that are opened from now on. */
export const logStatements = () =>
  withClient(superuser, (client) =>
    client.query(`alter database ${databaseName()} set log_statement = 'all'`),
  )

const sent = /^(\S+) LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)$/

/** The statements that `work` sent to this file's database, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const name = databaseName()
  const [begin, end] = [randomUUID(), randomUUID()]
  return withClient(superuser, async (client) => {
    await client.query("set log_statement = 'all'")
    // The collector writes a little later than the server answers.
    const logged = async (mark: string) => {
      let text = ''
      await expect
        .poll(async () => {
          const { rows } = await client.query<{ text: string }>(
            'select pg_read_file(pg_current_logfile()) as text',
          )
          text = rows[0]?.text ?? ''
          return text.includes(`select '${mark}'`)
        })
        .toBe(true)
      return text
    }
    await client.query(`select '${begin}'`)
    await work()
    await client.query(`select '${end}'`)
    const text = await logged(end)
    // An entry that goes on over several lines goes on behind a tab.
    return text
      .slice(text.indexOf(begin), text.indexOf(end))
      .split(/\n(?!\t)/)
      .flatMap((entry) => {
        const [, database, statement] = sent.exec(entry) ?? []
        return database === name && statement ? statement.replaceAll('\n\t', '\n') : []
      })
  })
}
