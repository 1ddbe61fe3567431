import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import type { RequestRecord } from '../rules/request-record'
import { roundsOf } from './rounds'

/** Why a request came back: what the customer is asked for, per step, or the coded reason. */
export type SentBack =
  | { move: 'ask'; items: { step: string; words: string }[] }
  | { move: 'take_back'; reason: string | null }

/** Why a request waits for the customer or for the counter again; null when it does not. */
export async function sentBackOf(record: RequestRecord): Promise<SentBack | null> {
  if (record.state === 'needs_info') {
    const items = (await roundsOf(record)).at(-1)?.items ?? []
    return { move: 'ask', items: items.map(({ step, asked }) => ({ step, words: asked })) }
  }
  // Of the moves that send back, only this one leads to `open`.
  if (record.state !== 'open' || record.sentBack === 0) return null
  const last = await sqlDatabase()
    .selectFrom('every_event')
    .select(sql<string | null>`facts ->> 'reason'`.as('reason'))
    .where('request_id', '=', record.id)
    .where('type', '=', 'take_back')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return { move: 'take_back', reason: last?.reason ?? null }
}
