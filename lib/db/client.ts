import { PrismaPg } from '@prisma/adapter-pg'
import { servingEnv } from '@/lib/env'
import { Prisma, PrismaClient } from './generated/client'

const connections = 10

const holder = globalThis as { deskDatabase?: PrismaClient }

/** The one database client of this process, on the app's role. */
export function database(): PrismaClient {
  holder.deskDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: servingEnv().DATABASE_URL, max: connections, connectionTimeoutMillis: 5000 }),
  })
  return holder.deskDatabase
}

export type Transaction = Prisma.TransactionClient

/** Runs `work` in one transaction; it waits up to 5 s for a connection and may take 10 s. */
export const transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database().$transaction(work, { maxWait: 5000, timeout: 10_000 })

/** The name of the unique index that a write clashed with, or null when the error is another one. */
export function clashedIndex(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null
  const meta = error.meta as { driverAdapterError?: { cause?: { constraint?: { index?: string } } } } | undefined
  return meta?.driverAdapterError?.cause?.constraint?.index ?? ''
}

export { Prisma }
