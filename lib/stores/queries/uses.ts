import { type Transaction, database } from '@/lib/db/client'
import type { Use } from '@/lib/result'

type Reader = Pick<Transaction, 'request' | 'bag' | 'membership'>

// The uses of a store by kind: none, or their number and an example.

const use = (by: string, count: number, example: string | undefined): Use[] =>
  count && example ? [{ by, count, example }] : []

const requestsWhere = async (tx: Reader, by: string, where: object) =>
  use(
    by,
    await tx.request.count({ where }),
    (await tx.request.findFirst({ where, select: { reference: true } }))?.reference,
  )

const requests = (tx: Reader, storeId: string) => requestsWhere(tx, 'requests', { storeId })
export const running = (tx: Reader, storeId: string) =>
  requestsWhere(tx, 'requests', { storeId, endedAt: null })
export const cards = (tx: Reader, code: string) => requestsWhere(tx, 'cards', { cardStore: code })

const bags = async (tx: Reader, storeId: string) =>
  use(
    'bags',
    await tx.bag.count({ where: { storeId } }),
    (await tx.bag.findFirst({ where: { storeId }, select: { number: true } }))?.number,
  )

const accounts = async (tx: Reader, storeId: string) =>
  use(
    'accounts',
    await tx.membership.count({ where: { storeId } }),
    (
      await tx.membership.findFirst({
        where: { storeId },
        select: { account: { select: { email: true } } },
      })
    )?.account.email,
  )

/** What keeps a store from being deleted: empty for one that was never used. */
export const usesOf = async (
  { id, code }: { id: string; code: string },
  tx: Reader = database(),
): Promise<Use[]> =>
  (await Promise.all([requests(tx, id), cards(tx, code), bags(tx, id), accounts(tx, id)])).flat()
