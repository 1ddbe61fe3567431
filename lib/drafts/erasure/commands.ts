import type { Transaction } from '@/lib/db/client'

type Hashes = readonly Uint8Array<ArrayBuffer>[]

/**
 * Takes away what anybody was writing about a request, or with one of these persons in it. Gives
 * how many.
 */
export const eraseDrafts = (
  tx: Transaction,
  reference: string | null,
  persons: Hashes,
): Promise<number> =>
  tx.$executeRaw`
    delete from draft where persons && ${[...persons]}::bytea[]
      or (${reference}::text is not null and place like 'requests/' || ${reference}::text || '/%')`
