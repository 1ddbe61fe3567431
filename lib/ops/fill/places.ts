import { v7 as uuidv7 } from 'uuid'
import type { Client } from 'pg'
import { regions } from '../seed/regions'
import { nameOf } from './people'

/** A store to fill, with its staff. */
export type FilledStore = { id: string; code: string; staff: string[]; reviewers: string[] }

// No password has this hash, so nobody can sign in.
const noPassword = '!'

/** Creates this many stores and accounts unless they exist; nobody can sign in with them. */
export async function makeStores(
  client: Client,
  stores: number,
  accounts: number,
): Promise<FilledStore[]> {
  const codes = Array.from(
    { length: stores },
    (_, place) => `fill-${String(place + 1).padStart(3, '0')}`,
  )
  const { rows: known } = await client.query<{ n: number }>(
    "select count(*)::int as n from store where code like 'fill-%'",
  )
  if (known[0]?.n === 0) {
    await client.query('begin')
    for (const [place, code] of codes.entries()) {
      const region = regions[place % regions.length]
      await client.query(
        `insert into store (id, code, name_zh, name_en, address_zh, address_en, phone, region,
            serves_regions)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          uuidv7(),
          code,
          `${region?.nameZh}第${Math.floor(place / regions.length) + 1}营业厅`,
          `${region?.nameEn} Store ${Math.floor(place / regions.length) + 1}`,
          `示例路 ${place + 1} 号`,
          `${place + 1} Example Road`,
          '000-0000 0000',
          region?.code,
          regions.map(({ code }) => code),
        ],
      )
    }
    for (let place = 0; place < accounts; place += 1) {
      const id = uuidv7()
      await client.query(
        'insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)',
        [id, `fill-${place}@fill.invalid`, nameOf(50_000_000 + place), noPassword],
      )
      await client.query(
        `insert into membership (id, account_id, role, store_id) 
          select $1, $2, $3, id from store where code = $4`,
        [
          uuidv7(),
          id,
          Math.floor(place / stores) % 6 === 5 ? 'reviewer' : 'staff',
          codes[place % stores],
        ],
      )
    }
    await client.query('commit')
  }
  const { rows } = await client.query<FilledStore>(`
    select s.id, s.code, array_agg(m.account_id::text) filter (where m.role = 'staff') as staff,
      array_agg(m.account_id::text) filter (where m.role = 'reviewer') as reviewers
    from store s join membership m on m.store_id = s.id where s.code like 'fill-%' group by s.id
    order by s.code`)
  return rows.map((row) => ({ ...row, reviewers: row.reviewers ?? row.staff }))
}

/**
 * A store's bag for the cards of a month; it is sealed at the month's end and destroyed within the
 * following two months.
 */
export const bagOf = (code: string, month: string) => `${code}-${month}`

/** Creates the bags of all months between two moments; the last one is open. */
export async function makeBags(
  client: Client,
  stores: readonly FilledStore[],
  months: readonly string[],
  destroyedBefore: string,
) {
  const rows = stores.flatMap(({ id, code, staff }) =>
    months.map((month, place) => ({
      store: id,
      number: bagOf(code, month),
      by: staff[0],
      opened: `${month}-01T01:00:00Z`,
      over: place < months.length - 1,
      gone: month < destroyedBefore,
    })),
  )
  await client.query(
    `insert into bag (id, store_id, number, opened_at, sealed_at, sealed_by, cards, destroyed_at,
      destroyed_by, witness)
     select gen_random_uuid(), x.store, x.number, x.opened,
       case when x.over then x.opened + interval '1 month' end, case when x.over then x.by end,
       case when x.over then 0 end,
            case when x.gone then x.opened + interval '2 months' end,
              case when x.gone then x.by end, case when x.gone then '店长' end
     from jsonb_to_recordset($1::jsonb) as x(store uuid, number text, by uuid, opened timestamptz,
     over boolean, gone boolean) on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
