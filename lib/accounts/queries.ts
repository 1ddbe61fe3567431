import type { MembershipOf, Role } from '@/lib/domain/permissions'
import { sql } from 'kysely'
import { database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { anyOf, sqlDatabase } from '@/lib/db/sql'
import { foldEmail } from './email'
import { type AccountState, accountState, isOpen } from './links/rules'
import { passwordFits } from './password'

/** A signed-in account with its current roles. */
export type AccountOf = { id: string; name: string; email: string; memberships: MembershipOf[] }

/** The id of the account with this e-mail and password, or null without telling which was wrong. */
export async function accountBySignIn(email: string, password: string): Promise<string | null> {
  const account = await database().account.findUnique({ where: { email: foldEmail(email) } })
  // API keys' accounts cannot sign in.
  const usable = account && !account.disabledAt && account.kind === 'person' ? account : null
  return (await passwordFits(usable?.passwordHash ?? null, password)) && usable ? usable.id : null
}

/** The id of the account with this e-mail, if it may sign in; null otherwise. */
export async function accountByEmail(email: string): Promise<string | null> {
  const account = await database().account.findFirst({
    where: { email: foldEmail(email), disabledAt: null, kind: 'person' },
    select: { id: true },
  })
  return account?.id ?? null
}

/**
 * The roles of `account a` as an SQL expression, to be part of the authentication query of every
 * HTTP request.
 */
export const membershipsWithin = sql<MembershipOf[]>`
  coalesce((
    select jsonb_agg(
      jsonb_build_object('role', m.role, 'storeId', m.store_id, 'storeCode', store.code)
      order by m.id)
    from membership m left join store on store.id = m.store_id where m.account_id = a.id), '[]')`

/** The account with its current roles; null when it is gone or disabled. */
export async function accountById(id: string): Promise<AccountOf | null> {
  return (await usableById({ id }))[0] ?? null
}

const usableById = compiledStatement<{ id: string }>()((builder, value) =>
  builder
    .selectFrom('account as a')
    .select(['a.id', 'a.name', 'a.email', membershipsWithin.as('memberships')])
    .where('a.id', '=', value('id'))
    .where('a.disabled_at', 'is', null),
)

export type Colleague = { id: string; name: string }

/** People of a store, as possible assignees. */
export const colleaguesAt = async (storeCode: string): Promise<Colleague[]> => {
  const [store] = await storeByCode({ storeCode })
  return store ? workingAt({ storeIds: [store.id] }) : []
}

const storeByCode = compiledStatement<{ storeCode: string }>()((builder, value) =>
  builder.selectFrom('store').select('id').where('code', '=', value('storeCode')),
)

/** Above this many stores no list of colleagues is offered: a store is selected first. */
const storesOfColleagues = 16

/**
 * People of any of these stores, as possible assignees in bulk; empty when there are too many
 * stores for one list.
 */
export const colleaguesOf = async (storeIds: readonly string[]): Promise<Colleague[]> =>
  storeIds.length > storesOfColleagues ? [] : workingAt({ storeIds })

// People only: API keys have accounts too.
const workingAt = compiledStatement<{ storeIds: readonly string[] }>()((builder, value) =>
  builder
    .selectFrom('account')
    .select(['id', 'name'])
    .where('disabled_at', 'is', null)
    .where('kind', '=', 'person')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.account_id', '=', 'account.id')
          .where('membership.store_id', '=', sql<string>`any(${value('storeIds')})`),
      ),
    )
    .orderBy('name'),
)

/** Names of accounts by id, for histories. */
export async function accountNames(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await namesById({ ids: [...new Set(ids)] })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const namesById = compiledStatement<{ ids: readonly string[] }>()((builder, value) =>
  builder
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${value('ids')})`),
)

export type AccountRow = {
  id: string
  email: string
  name: string
  disabled: boolean
  state: AccountState
  /** The open link by which its person chooses a password; null while there is none. */
  link: { expiresAt: Date; mailed: boolean } | null
  roles: { id: string; role: Role; storeCode: string | null }[]
}

/** Accounts by name or e-mail, for administrators; at most 200. */
export async function accounts(q = '', now = new Date()): Promise<AccountRow[]> {
  const contains = { contains: q, mode: 'insensitive' as const }
  const rows = await database().account.findMany({
    where: { kind: 'person', ...(q && { OR: [{ email: contains }, { name: contains }] }) },
    include: managed,
    orderBy: { email: 'asc' },
    take: 200,
  })
  return rows.map((row) => accountRow(row, now))
}

/** One account for administrators; null when there is none. */
export async function accountToManage(id: string, now = new Date()): Promise<AccountRow | null> {
  const row = await database().account.findFirst({
    where: { id, kind: 'person' },
    include: managed,
  })
  return row && accountRow(row, now)
}

const managed = {
  memberships: { include: { store: true } },
  links: { where: { usedAt: null, withdrawnAt: null } },
} as const

type Row = {
  id: string
  email: string
  name: string
  disabledAt: Date | null
  passwordTemporary: boolean
  memberships: { id: string; role: string; store: { code: string } | null }[]
  links: { expiresAt: Date; mailed: boolean; usedAt: Date | null; withdrawnAt: Date | null }[]
}

function accountRow({ id, email, name, memberships, ...account }: Row, now: Date): AccountRow {
  const [link] = account.links
  return {
    id,
    email,
    name,
    disabled: account.disabledAt !== null,
    state: accountState(account, link, now),
    link: link && isOpen(link, now) ? { expiresAt: link.expiresAt, mailed: link.mailed } : null,
    roles: memberships.map((membership) => ({
      id: membership.id,
      role: membership.role as Role,
      storeCode: membership.store?.code ?? null,
    })),
  }
}

/**
 * What these accounts are at a store: an API key, staff, or a reviewer alone. Whoever has no role
 * there any more is missing.
 */
export async function rolesAt(
  storeId: string,
  ids: readonly string[],
): Promise<Map<string, 'staff' | 'reviewer' | 'api'>> {
  if (ids.length === 0) return new Map()
  const rows = await sqlDatabase()
    .selectFrom('account as a')
    .leftJoin('membership as m', (join) =>
      join.onRef('m.account_id', '=', 'a.id').on('m.store_id', '=', storeId),
    )
    .select(['a.id', 'a.kind', 'm.role'])
    .where('a.id', '=', anyOf([...new Set(ids)]))
    .execute()
  const roles = new Map<string, 'staff' | 'reviewer' | 'api'>()
  for (const { id, kind, role } of rows) {
    if (kind !== 'person') roles.set(id, 'api')
    else if (role === 'staff' || (role === 'reviewer' && !roles.has(id))) roles.set(id, role)
  }
  return roles
}
