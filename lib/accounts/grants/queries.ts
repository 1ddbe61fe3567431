import { database } from '@/lib/db/client'
import type { Role } from '@/lib/domain/permissions'
import { ownerCode } from './owner-code'
import type { GrantKind } from './rules'

/** An access grant that waits for a second administrator. */
export type WaitingGrant = {
  id: string
  kind: GrantKind
  accountId: string
  account: string
  role: Role | null
  storeCode: string | null
  askedBy: string
  askedByName: string
  /** The permissions of a pending API key. */
  key: { role: string; storeCodes: string[]; fullNumber: boolean; reason: string | null } | null
  /** Who set the account's password and so cannot approve. */
  passwordGivenBy: string | null
  askedAt: Date
}

/** Grants that wait for a second administrator, oldest first; optionally of one account. */
export async function waitingGrants(accountId?: string): Promise<WaitingGrant[]> {
  const rows = await database().accessGrant.findMany({
    where: { decidedAt: null, ...(accountId && { accountId }) },
    orderBy: { id: 'asc' },
    take: 200,
  })
  if (rows.length === 0) return []
  const ids = rows.flatMap((row) => [row.accountId, row.askedBy])
  const [keys, people, stores] = await Promise.all([
    database().apiKey.findMany({
      where: { accountId: { in: rows.map(({ accountId: whose }) => whose) } },
      include: { account: { include: { memberships: { include: { store: true } } } } },
    }),
    database().account.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, passwordGivenBy: true },
    }),
    database().store.findMany({
      where: { id: { in: rows.flatMap(({ storeId }) => storeId ?? []) } },
      select: { id: true, code: true },
    }),
  ])
  const person = (id: string) => people.find((one) => one.id === id)
  const nameOf = (id: string) => person(id)?.name ?? ''
  const keyOf = (whose: string): WaitingGrant['key'] => {
    const found = keys.find((one) => one.accountId === whose)
    if (!found) return null
    const { memberships } = found.account
    return {
      role: memberships[0]?.role ?? '',
      storeCodes: memberships.flatMap(({ store }) => store?.code ?? []),
      fullNumber: found.fullNumber,
      reason: found.reason,
    }
  }
  return rows.map(({ id, kind, accountId: whose, role, storeId, askedBy, askedAt }) => ({
    id,
    kind: kind as GrantKind,
    accountId: whose,
    account: nameOf(whose),
    key: keyOf(whose),
    role: role as Role | null,
    storeCode: stores.find((store) => store.id === storeId)?.code ?? null,
    askedBy,
    askedByName: nameOf(askedBy),
    passwordGivenBy: person(whose)?.passwordGivenBy ?? null,
    askedAt,
  }))
}

/** A pending grant of one's own account, with the code to pass on. */
export type OwnGrant = WaitingGrant & {
  /** Null until the owner has chosen a password in this session. */
  code: string | null
}

/**
 * Pending grants of one's own account, oldest first. The code is only shown in the session that
 * chose the password: elsewhere the password may have been chosen by somebody else.
 */
export async function ownGrants(owner: { id: string; sessionId: string }): Promise<OwnGrant[]> {
  const waiting = await waitingGrants(owner.id)
  if (waiting.length === 0) return []
  const { passwordHash, passwordChosenIn } = await database().account.findUniqueOrThrow({
    where: { id: owner.id },
  })
  const chosenHere = passwordChosenIn === owner.sessionId
  const codeOf = ({ id }: WaitingGrant) => (chosenHere ? ownerCode(id, passwordHash) : null)
  return Promise.all(waiting.map(async (grant) => ({ ...grant, code: await codeOf(grant) })))
}
