import { database } from '@/lib/db/client'
import type { RecordedEvent, RequestRecord } from '../facts'
import { mergePlane } from '../merge'
import type { Identifiers, Personal } from '../particulars'
import { openDataKeys, openEvent } from '../planes'
import { type EventFacts, applyEvent } from '../replay'

export type Rebuilt = { record: RequestRecord | null; identifiers: Identifiers | null; personal: Personal | null }

type Plane = Record<string, unknown> | null

/** A request rebuilt from its events and keys alone, up to and with event `upTo` (all of them when left out). */
export async function rebuiltRequest(requestId: string, upTo?: number): Promise<Rebuilt> {
  const [rows, keyRows] = await Promise.all([
    database().requestEvent.findMany({ where: { requestId, ...(upTo !== undefined && { sequence: { lte: upTo } }) }, orderBy: { sequence: 'asc' } }),
    database().requestKey.findMany({ where: { requestId } }),
  ])
  const keys = openDataKeys(requestId, keyRows)
  let record: RequestRecord | null = null
  let [identifiers, personal]: Plane[] = [null, null]
  for (const row of rows) {
    const facts = row.facts as Record<string, unknown>
    const said = openEvent(keys, requestId, row.sequence, row) as { identifiers: Plane; personal: Plane }
    const actor = { kind: row.actorKind as RecordedEvent['actor']['kind'], id: row.actorId }
    record = applyEvent(record, { sequence: row.sequence, type: row.type, at: row.at.toISOString(), actor, facts })
    identifiers = mergePlane(identifiers ?? null, row.type, facts as EventFacts, said.identifiers)
    personal = mergePlane(personal ?? null, row.type, facts as EventFacts, said.personal)
  }
  return { record, identifiers: identifiers as Identifiers | null, personal: personal as Personal | null }
}
