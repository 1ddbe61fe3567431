import type { MembershipOf, Role } from '@/lib/auth/policy'
import { Prisma, database } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'
import { foldEmail } from './email'
import { passwordFits } from './password'

/** A signed-in account as the desk sees it at this request. */
export type AccountOf = { id: string; name: string; email: string; memberships: MembershipOf[] }

/**
 * The id of the account that this e-mail and password belong to, or null: no word on which of the
 * two was wrong.
 */
export async function accountBySignIn(email: string, password: string): Promise<string | null> {
  const account = await database().account.findUnique({ where: { email: foldEmail(email) } })
  // Nobody signs in with an API key's account.
  const usable = account && !account.disabledAt && account.kind === 'person' ? account : null
  return (await passwordFits(usable?.passwordHash ?? null, password)) && usable ? usable.id : null
}

/** The id of the account with this e-mail that may sign in; null when there is none. */
export async function accountByEmail(email: string): Promise<string | null> {
  const account = await database().account.findFirst({
    where: { email: foldEmail(email), disabledAt: null, kind: 'person' },
    select: { id: true },
  })
  return account?.id ?? null
}

/**
 * The roles of `account a`, as they are judged by, within the statement that asks who calls: each
 * request asks it.
 */
export const membershipsWithin = Prisma.sql`
  coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'storeId', m.store_id, 'storeCode', store.code) order by m.id)
            from membership m left join store on store.id = m.store_id where m.account_id = a.id), '[]')`

/** The account with its roles as they are now; null when it is gone or disabled. */
export async function accountById(id: string): Promise<AccountOf | null> {
  const [account] = await direct.$queryRaw<
    AccountOf[]
  >`select a.id, a.name, a.email, ${membershipsWithin} as memberships from account a where a.id = ${id}::uuid and a.disabled_at is null`
  return account ?? null
}

export type Colleague = { id: string; name: string }

/** Who works at a store, for handing a request over. */
export const colleaguesAt = (storeCode: string): Promise<Colleague[]> =>
  workingAt(Prisma.sql`(select s.id from store s where s.code = ${storeCode})`)

/** Of more stores than this nobody picks a colleague from one list: a store is chosen first. */
const storesOfColleagues = 16

/**
 * Who works at any of these stores, for handing many requests over; nobody where they are too many
 * stores for one list.
 */
export const colleaguesOf = async (storeIds: readonly string[]): Promise<Colleague[]> =>
  storeIds.length > storesOfColleagues ? [] : workingAt(Prisma.sql`any(${[...storeIds]}::uuid[])`)

// People alone: an API key works by an account too.
const workingAt = (store: Prisma.Sql) => direct.$queryRaw<Colleague[]>`
  select a.id, a.name from account a
  where a.disabled_at is null and a.kind = 'person' and exists (select from membership m where m.account_id = a.id and m.store_id = ${store})
  order by a.name`

/** Names of accounts by id, for histories. */
export async function accountNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length
    ? await direct.$queryRaw<
        Colleague[]
      >`select id, name from account where id = any(${[...new Set(ids)]}::uuid[])`
    : []
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type AccountRow = {
  id: string
  email: string
  name: string
  disabled: boolean
  roles: { id: string; role: Role; storeCode: string | null }[]
}

/** Accounts by name or e-mail, for administrators; at most 200. */
export async function accounts(q = ''): Promise<AccountRow[]> {
  const contains = { contains: q, mode: 'insensitive' as const }
  const rows = await database().account.findMany({
    where: { kind: 'person', ...(q && { OR: [{ email: contains }, { name: contains }] }) },
    include: { memberships: { include: { store: true } } },
    orderBy: { email: 'asc' },
    take: 200,
  })
  return rows.map(accountRow)
}

/** One account as administrators see it; null when there is none. */
export async function accountToManage(id: string): Promise<AccountRow | null> {
  const row = await database().account.findFirst({
    where: { id, kind: 'person' },
    include: { memberships: { include: { store: true } } },
  })
  return row && accountRow(row)
}

type Row = {
  id: string
  email: string
  name: string
  disabledAt: Date | null
  memberships: { id: string; role: string; store: { code: string } | null }[]
}
const accountRow = ({ id, email, name, disabledAt, memberships }: Row): AccountRow => ({
  id,
  email,
  name,
  disabled: disabledAt !== null,
  roles: memberships.map((membership) => ({
    id: membership.id,
    role: membership.role as Role,
    storeCode: membership.store?.code ?? null,
  })),
})
