import { keyedHash } from '@/lib/db/keyed-hash'
import type { SqlTransaction } from '@/lib/db/sql'
import { cardKey } from '../rules/cards'
import { tokenBytes } from '../rules/search-words'
import { liveStates } from '../rules/workflow'

/**
 * Whether a request other than `but` has this card, recorded or come back, at any store (P26);
 * `live`: of live requests alone. By the keyed hash of its ICCID: with and without the check digit.
 */
export async function isCardElsewhere(
  tx: SqlTransaction,
  iccid: string,
  { but, live = false }: { but: string | undefined; live?: boolean },
): Promise<boolean> {
  const hash = await keyedHash(tx)
  const token = tokenBytes(hash('token|iccid', cardKey(iccid)))
  const found = await tx
    .selectFrom('search_token as t')
    .innerJoin('request as r', 'r.id', 't.request_id')
    .select('r.id')
    .where('t.token', '=', token)
    .$if(but !== undefined, (query) => query.where('r.id', '!=', but ?? ''))
    .$if(live, (query) => query.where('r.state', 'in', [...liveStates]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
