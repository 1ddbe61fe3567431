import { type CustomTypesConfig, types } from 'pg'
import { Prisma } from './generated/client'
import { pool } from './pool'

/** What answers statements of our own: a transaction, or `direct`. */
export type Asking = {
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>
}

type Statement = { text: string; values: unknown[]; types?: CustomTypesConfig }

/** One statement, straight from the pool. */
export const ask = (asked: Statement) => pool().query<object>(asked)

const { INT8, NUMERIC, DATE } = types.builtins
// And lists of them, which have no names there.
const readOtherwise = new Set<number>([INT8, NUMERIC, DATE, 1016, 1231, 1182])
const refused = () => {
  throw new Error(
    'a bigint, numeric or date is not asked for straight: cast it, or ask by the database client',
  )
}
const sameAsByClient = {
  getTypeParser: (id: number, format?: 'text') =>
    readOtherwise.has(id) ? refused : types.getTypeParser(id, format),
} as CustomTypesConfig

/**
 * A template as `pg` takes it; moments as text in UTC, since it would write them in the process's
 * zone.
 */
export function statement(
  query: TemplateStringsArray | Prisma.Sql,
  bound: readonly unknown[],
): Statement {
  const { text, values } =
    query instanceof Prisma.Sql ? query : Prisma.sql(query as TemplateStringsArray, ...bound)
  return {
    text,
    values: values.map((value) => (value instanceof Date ? value.toISOString() : value)),
    types: sameAsByClient,
  }
}

/**
 * For what every call or page asks outside of transactions, by a connection of the pool itself: the
 * database client takes every value of every row in hand, which is much of what a list costs the
 * web process (docs/performance.md). Values come as `pg` reads them; a `bigint`, `numeric` or
 * `date`, which the client would read otherwise, is an error.
 */
export const direct: Asking = {
  async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...bound: unknown[]) {
    return (await ask(statement(query, bound))).rows as T
  },
}
