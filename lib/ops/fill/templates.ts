import { openDataKeys, openEvent } from '@/lib/cancellation/crypto/encrypted-fields'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import { demoStoreCode } from '../seed/demo-accounts'

/** A history to copy: who acted, by role, and all its values, decrypted. */
export type Template = {
  carrier: string
  live: boolean
  openedAt: number
  events: {
    type: string
    at: number
    role: 'staff' | 'reviewer' | null
    kind: 'account' | 'customer' | 'system'
    facts: string
    identifiers: string | null
    personal: string | null
  }[]
}

/** The demo's requests as templates; the writer created them, over all states and paths. */
export async function demoTemplates(): Promise<Template[]> {
  const [reviewer, rows] = await Promise.all([
    database().account.findUnique({ where: { email: 'reviewer@example.test' } }),
    database().request.findMany({
      where: { store: { code: demoStoreCode } },
      orderBy: { id: 'asc' },
      take: 24,
    }),
  ])
  return Promise.all(
    rows.map(async ({ id, record }) => {
      const [events, keyRows] = await Promise.all([
        database().requestEvent.findMany({
          where: { requestId: id },
          orderBy: { sequence: 'asc' },
        }),
        database().requestKey.findMany({ where: { requestId: id } }),
      ])
      const { carrier, endedAt, openedAt } = record as unknown as RequestRecord
      const keys = openDataKeys(id, keyRows)
      const text = (part: object | null | undefined) => (part ? JSON.stringify(part) : null)
      return {
        carrier,
        live: endedAt === null,
        openedAt: Date.parse(openedAt),
        events: events.map((event) => {
          const said = openEvent(keys, id, event.sequence, event)
          return {
            type: event.type,
            at: event.at.getTime(),
            kind: event.actorKind as 'account' | 'customer' | 'system',
            role:
              event.actorId === null
                ? null
                : event.actorId === reviewer?.id
                  ? ('reviewer' as const)
                  : ('staff' as const),
            facts: JSON.stringify(event.facts),
            identifiers: text(said.identifiers),
            personal: text(said.personal),
          }
        }),
      }
    }),
  )
}
