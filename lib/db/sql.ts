import { Kysely, PostgresDialect, type Transaction as KyselyTransaction, sql } from 'kysely'
import type { Transaction } from './client'
import type { DB } from './generated/tables'
import { markOpen } from './open-transaction'
import { pool } from './pool'
import { TimeOver, answerWithin, timeLeft } from './time-left'

/** The tables through the query builder: the pool's connections, or a transaction's own. */
export type SqlDatabase = Kysely<DB>
/** A transaction of the query builder: all that a change of a request reads and writes. */
export type SqlTransaction = KyselyTransaction<DB>

const holder = globalThis as { deskSql?: { pool: object; database: SqlDatabase } }

/**
 * The query builder over this process's pool (docs/adr/0037). Columns have their names of the
 * database; days (`date`) are read and written as `YYYY-MM-DD`, moments as `Date`.
 */
export function sqlDatabase(): SqlDatabase {
  const current = pool()
  if (holder.deskSql?.pool !== current) {
    const dialect = new PostgresDialect({ pool: current })
    holder.deskSql = { pool: current, database: new Kysely<DB>({ dialect }) }
  }
  return holder.deskSql.database
}

/**
 * Runs `work` in one transaction of the query builder. It waits up to 5 s for a connection and may
 * take 10 s, less of both where the caller's own time (`within`) ends sooner; then it is rolled
 * back and `TimeOver` is thrown.
 */
export async function sqlTransaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> {
  const third = Math.ceil(timeLeft(15_000) / 3)
  const tx = await beginWithin(third)
  let late: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new TimeOver('a transaction took too long')), 2 * third)
  })
  try {
    const answer = await Promise.race([markOpen(() => work(tx)), deadline])
    await tx.commit().execute()
    return answer
  } catch (error) {
    // A statement that still waits for a lock delays the rollback: nobody waits for that. A
    // rollback that fails closes its connection, and what failed first is what is reported.
    const rolledBack = tx
      .rollback()
      .execute()
      .catch(() => undefined)
    if (!(error instanceof TimeOver)) await rolledBack
    throw error
  } finally {
    clearTimeout(late)
  }
}

async function beginWithin(milliseconds: number) {
  const beginning = sqlDatabase().startTransaction().execute()
  try {
    return await answerWithin(milliseconds, beginning)
  } catch (error) {
    beginning.then((tx) => tx.rollback().execute()).catch(() => undefined)
    throw error
  }
}

/** Right side of `=`: any of these values, however many they are; none for an empty list. */
export const anyOf = (values: readonly string[]) => sql<string>`any(${[...values]})`

/** Whatever transaction is open: of the query builder, or of Prisma where a setting changes. */
export type AnyTransaction = SqlDatabase | Transaction

/** One statement of the query builder, whole. */
type Statement<Row> = {
  compile(): { sql: string; parameters: readonly unknown[] }
  execute(): Promise<Row[]>
}

/**
 * Runs a statement that both kinds of transactions need (the audit, the queue, keys, settings) in
 * the one that is open; `make` builds it with the query builder. Gives its rows.
 */
export async function runIn<Row>(
  tx: AnyTransaction,
  make: (builder: SqlDatabase) => Statement<Row>,
): Promise<Row[]> {
  // Not `instanceof`: bundles of the web process may each have their own copy of the class.
  if ('selectFrom' in tx) return make(tx).execute()
  const statement = make(sqlDatabase()).compile()
  return tx.$queryRawUnsafe<Row[]>(statement.sql, ...statement.parameters)
}
