import { type RequestRecord, noteOfKind } from './request-record'
import type { Circumstance } from '@/lib/domain/coded-values'

const found: Record<Circumstance, (record: RequestRecord) => boolean> = {
  renewed_document: (record) =>
    noteOfKind(record, 'identity_check')?.outcome.matchedBy === 'name_and_old_document',
  expired_document: (record) =>
    noteOfKind(record, 'identity_check')?.outcome.documentExpired === true,
  card_gone: (record) =>
    ['lost', 'damaged'].includes(String(noteOfKind(record, 'card_return')?.outcome.state)),
  device_gone: (record) => noteOfKind(record, 'device_unlock')?.outcome.state === 'no_device',
}

/**
 * Circumstances implied by the noted steps; each changes which materials the guide asks for (P4,
 * P10).
 */
export const circumstancesOf = (record: RequestRecord): Circumstance[] =>
  (Object.keys(found) as Circumstance[]).filter((circumstance) => found[circumstance](record))
