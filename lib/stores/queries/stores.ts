import { type MembershipOf, visibleStores } from '@/lib/auth/policy'
import { database } from '@/lib/db/client'

/** The stores where somebody is staff and may record requests. */
export const storesOfStaff = (memberships: readonly MembershipOf[]) =>
  database().store.findMany({
    where: { closed: false, id: { in: memberships.flatMap(({ role, storeId }) => (role === 'staff' && storeId ? [storeId] : [])) } },
    orderBy: { code: 'asc' },
  })

// A region's whole staff sees hundreds of them: no more is read than what pages show.
const shown = { id: true, code: true, nameZh: true, nameEn: true, uncollectedDays: true } as const

/** The stores whose requests somebody sees. */
export const storesSeen = (memberships: readonly MembershipOf[]) => database().store.findMany({ where: { id: { in: visibleStores(memberships) } }, orderBy: { code: 'asc' }, select: shown })

/** The stores whose figures somebody sees: all of them as an administrator, who sees no request. */
export const storesReported = (memberships: readonly MembershipOf[]) =>
  memberships.some(({ role }) => role === 'admin') ? database().store.findMany({ orderBy: { code: 'asc' }, select: shown }) : storesSeen(memberships)

/** One store by its code; throws when there is none. */
export const storeByCode = (code: string) => database().store.findUniqueOrThrow({ where: { code } })

/** All stores, for administrators. */
export const allStores = () => database().store.findMany({ orderBy: { code: 'asc' } })

/** A store where somebody is staff, by its code, or their only one; null when there is none such. */
export async function memberStore(memberships: readonly MembershipOf[], code: string): Promise<{ id: string; code: string } | null> {
  const theirs = memberships.flatMap(({ role, storeId, storeCode }) => (role === 'staff' && storeId && storeCode ? [{ id: storeId, code: storeCode }] : []))
  return theirs.find((store) => store.code === code) ?? (code === '' && theirs.length === 1 ? (theirs[0] ?? null) : null)
}
