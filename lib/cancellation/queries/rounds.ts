import { direct } from '@/lib/db/direct'
import { documentsOf } from '../rules/documents'
import type { RequestRecord } from '../rules/request-record'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'
import { type Round, roundsIn } from '../rules/rounds'
import type { EventFacts } from '../rules/events'
import { sendsBack } from '../rules/workflow'

type Row = {
  sequence: number
  type: string
  at: Date
  carried: EventFacts['change_guide']['carried'] | null
  sealedPersonal: Uint8Array | null
}

/** What was asked of the customer and what they answered, oldest first. */
export async function roundsOf(record: RequestRecord): Promise<Round[]> {
  if (record.sentBack === 0) return []
  const types = [...sendsBack, 'supply', 'change_guide']
  const [rows, keyRows] = await Promise.all([
    direct.$queryRaw<Row[]>`
      select sequence, type, at, facts->'carried' as carried, sealed_personal as "sealedPersonal"
      from every_event
      where request_id = ${record.id}::uuid and type = any(${types}::text[]) order by sequence`,
    direct.$queryRaw<{ class: string; wrapped: Uint8Array }[]>`
      select class, wrapped from request_key
      where request_id = ${record.id}::uuid and class = 'personal'`,
  ])
  const keys = openDataKeys(record.id, keyRows)
  const spoken = rows.map(({ sequence, type, at, carried, sealedPersonal }) => {
    const sealed = { sealedIdentifiers: null, sealedPersonal }
    const { personal } = openEvent(keys, record.id, sequence, sealed)
    return {
      ...{ type, at: at.toISOString(), personal: personal as { items?: []; answers?: [] } | null },
      ...(carried && { carried }),
    }
  })
  return roundsIn(spoken, documentsOf(record))
}
