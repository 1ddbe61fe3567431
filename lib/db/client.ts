import { adapter, noted } from './in-transaction'
import { Prisma, PrismaClient } from './generated/client'
import { timeLeft } from './time-left'

const holder = globalThis as { deskDatabase?: PrismaClient }

/** The one database client of this process. */
export function database(): PrismaClient {
  holder.deskDatabase ??= new PrismaClient({ adapter: adapter() })
  return holder.deskDatabase
}

export type Transaction = Prisma.TransactionClient

/**
 * Runs `work` in one transaction; it waits up to 5 s for a connection and may take 10 s, less of
 * both where a call's own time is over sooner.
 */
export const transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const third = Math.ceil(timeLeft(15_000) / 3)
  return noted((note) =>
    database().$transaction(
      (tx) => {
        note(tx)
        return work(tx)
      },
      { maxWait: third, timeout: 2 * third },
    ),
  )
}

/**
 * The name of the unique index that a write clashed with, or null when the error is another one.
 */
export function clashedIndex(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002')
    return null
  const meta = error.meta as
    | { driverAdapterError?: { cause?: { constraint?: { index?: string } } } }
    | undefined
  return meta?.driverAdapterError?.cause?.constraint?.index ?? ''
}

export { Prisma }
