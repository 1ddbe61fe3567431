import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { PoolClient } from 'pg'
import { type Asking, statement } from './direct'
import type { Prisma } from './generated/client'
import { pool } from './pool'

type Transaction = Prisma.TransactionClient
type Begun = { connection?: Pick<PoolClient, 'query'>; over: boolean }
type Working = Asking & {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

const beginning = new AsyncLocalStorage<Begun>()
const begunAs = new WeakMap<Transaction, Begun>()

/**
 * The database client's way to the pool, which notes by what connection a transaction goes, and
 * when it is being ended.
 */
export function adapter(): PrismaPg {
  const made = new PrismaPg(pool(), { disposeExternalPool: true })
  const connect = made.connect.bind(made)
  made.connect = async () => {
    const connected = await connect()
    const start = connected.startTransaction.bind(connected)
    connected.startTransaction = async (level) => {
      const [started, begun] = [await start(level), beginning.getStore()]
      // Whatever else begins while a transaction is at work is not it.
      if (!begun || begun.connection) return started
      begun.connection = (started as unknown as { client?: PoolClient }).client
      const run = started.executeRaw.bind(started)
      started.executeRaw = (asked) => {
        begun.over ||= /^\s*(commit|rollback)\s*$/i.test(asked.sql)
        return run(asked)
      }
      return started
    }
    return connected
  }
  return made
}

/**
 * Whether a transaction is at work here: who then asks by another connection may wait for one that
 * others like it hold.
 */
export function inTransaction(): boolean {
  const begun = beginning.getStore()
  return begun?.connection !== undefined && !begun.over
}

/** Begins a transaction by `begin`, so that `straight` knows it. */
export function noted<T>(begin: (note: (tx: Transaction) => void) => Promise<T>): Promise<T> {
  const begun: Begun = { over: false }
  return beginning.run(begun, () => begin((tx) => begunAs.set(tx, begun)))
}

/**
 * For what every change asks and writes in its transaction: the same statements by the
 * transaction's own connection, without the client between (as `direct`, and with the same care for
 * types). It is the client that ends a transaction, also one that takes too long; a statement that
 * came after that would stand alone, so none is sent any more.
 */
export function straight(tx: Transaction): Working {
  const begun = begunAs.get(tx)
  const { connection } = begun ?? {}
  if (!begun || !connection) return tx
  const ask = (query: TemplateStringsArray | Prisma.Sql, bound: unknown[]) => {
    if (begun.over) throw Object.assign(new Error('the transaction is over'), { code: 'P2028' })
    return connection.query<object>(statement(query, bound))
  }
  return {
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...bound: unknown[]) =>
      (await ask(query, bound)).rows as T,
    $executeRaw: async (query: TemplateStringsArray, ...bound: unknown[]) =>
      (await ask(query, bound)).rowCount ?? 0,
  }
}
