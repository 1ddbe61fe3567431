import type { Transaction } from '@/lib/db/client'
import type { Use } from '@/lib/result'

// The uses of a store by kind: none, or their number and an example.

const use = (by: string, count: number, example: string | undefined): Use[] =>
  count && example ? [{ by, count, example }] : []

const requestsWhere = async (tx: Transaction, by: string, where: object) =>
  use(
    by,
    await tx.request.count({ where }),
    (await tx.request.findFirst({ where, select: { reference: true } }))?.reference,
  )

export const requests = (tx: Transaction, storeId: string) =>
  requestsWhere(tx, 'requests', { storeId })
export const running = (tx: Transaction, storeId: string) =>
  requestsWhere(tx, 'requests', { storeId, endedAt: null })
export const cards = (tx: Transaction, code: string) =>
  requestsWhere(tx, 'cards', { cardStore: code })

export const bags = async (tx: Transaction, storeId: string) =>
  use(
    'bags',
    await tx.bag.count({ where: { storeId } }),
    (await tx.bag.findFirst({ where: { storeId }, select: { number: true } }))?.number,
  )

export const accounts = async (tx: Transaction, storeId: string) =>
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
