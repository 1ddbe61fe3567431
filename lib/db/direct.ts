import { Prisma } from './generated/client'
import { pool } from './pool'

/** What answers statements of our own: a transaction, or `direct`. */
export type Asking = { $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T> }

/** One statement, straight from the pool. */
export const ask = (asked: { text: string; values: unknown[] }) => pool().query<object>(asked)

/** A template as `pg` takes it; moments as text in UTC, since it would write them in the process's zone. */
export function statement(query: TemplateStringsArray | Prisma.Sql, bound: readonly unknown[]): { text: string; values: unknown[] } {
  const { text, values } = query instanceof Prisma.Sql ? query : Prisma.sql(query as TemplateStringsArray, ...bound)
  return { text, values: values.map((value) => (value instanceof Date ? value.toISOString() : value)) }
}

/**
 * For what every call or page asks outside of transactions, by a connection of the pool itself: the database client takes every
 * value of every row in hand, which is much of what a list costs the web process (docs/performance.md). Values come as `pg`
 * reads them, so no `bigint`, `numeric` or `date` is asked for here, which the client would read otherwise.
 */
export const direct: Asking = {
  async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...bound: unknown[]) {
    return (await ask(statement(query, bound))).rows as T
  },
}
