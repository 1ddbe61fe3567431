import { database } from '@/lib/db/client'

/** A webhook's id in the seal of its secret. */
export const webhookPlace = (id: string) => `webhook|${id}`

/** The subscriptions of a key. */
export const webhooksOf = (accountId: string) =>
  database().webhook.findMany({
    where: { accountId, face: 'standard' },
    orderBy: { id: 'asc' },
    select: { id: true, url: true, createdAt: true },
  })
