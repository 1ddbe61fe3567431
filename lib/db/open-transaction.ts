import { AsyncLocalStorage } from 'node:async_hooks'

const opened = new AsyncLocalStorage<{ open: boolean }>()

/** Runs a transaction's work, marked as such for `inTransaction` until it ends. */
export async function markOpen<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true }
  try {
    // Awaited inside: a promise of Prisma begins its work only when somebody waits for it.
    return await opened.run(mark, async () => await work())
  } finally {
    mark.open = false
  }
}

/**
 * Whether the caller runs inside a transaction. It must then use that transaction's connection: ten
 * that hold one each and wait for an eleventh would wait for each other.
 */
export const inTransaction = (): boolean => opened.getStore()?.open === true
