import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'
import { markOpen } from './open-transaction'
import { pool } from './pool'
import { timeLeft } from './time-left'

const holder = globalThis as { deskDatabase?: PrismaClient }

/**
 * The one Prisma client of this process: for settings, guides, accounts, stores and the calendar.
 * What changes a request goes through `sqlTransaction` (docs/adr/0037).
 */
export function database(): PrismaClient {
  holder.deskDatabase ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { disposeExternalPool: true }),
  })
  return holder.deskDatabase
}

export type Transaction = Prisma.TransactionClient

/**
 * Runs `work` in one transaction of Prisma; it waits up to 5 s for a connection and may take 10 s,
 * less of both where a call's own time is over sooner.
 */
export const transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const third = Math.ceil(timeLeft(15_000) / 3)
  return database().$transaction((tx) => markOpen(() => work(tx)), {
    maxWait: third,
    timeout: 2 * third,
  })
}

/**
 * The name of the unique index that a write clashed with, or null when the error is another one.
 */
export function clashedIndex(error: unknown): string | null {
  // SQLSTATE 23505, unique_violation, as `pg` reports it.
  const { code, constraint = '' } = (error ?? {}) as { code?: unknown; constraint?: string }
  if (code === '23505') return constraint
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002')
    return null
  const meta = error.meta as
    | { driverAdapterError?: { cause?: { constraint?: { index?: string } } } }
    | undefined
  return meta?.driverAdapterError?.cause?.constraint?.index ?? ''
}

export { Prisma }
