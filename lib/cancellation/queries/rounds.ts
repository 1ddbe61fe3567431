import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { documentsOf } from '../rules/documents'
import type { RequestRecord } from '../rules/request-record'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'
import { type Round, roundsIn } from '../rules/rounds'
import { storedKeys } from './stored-rows'
import type { EventFacts } from '../rules/events'
import { sendsBack } from '../rules/workflow'

/** Questions to the customer and their answers, oldest first. */
export async function roundsOf(record: RequestRecord): Promise<Round[]> {
  if (record.sentBack === 0) return []
  const types = [...sendsBack, 'supply', 'change_guide']
  const [rows, keyRows] = await Promise.all([
    sqlDatabase()
      .selectFrom('every_event')
      .select(['sequence', 'type', 'at', 'sealed_personal as sealedPersonal'])
      .select(sql<EventFacts['change_guide']['carried'] | null>`facts -> 'carried'`.as('carried'))
      .where('request_id', '=', record.id)
      .where('type', 'in', types)
      .orderBy('sequence')
      .execute(),
    storedKeys([record.id], ['personal']),
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
