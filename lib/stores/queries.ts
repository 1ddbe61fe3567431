import { type MembershipOf, visibleStores } from '@/lib/auth/policy'
import { database } from '@/lib/db/client'

/** The stores where somebody is staff and may record requests. */
export const storesOfStaff = (memberships: readonly MembershipOf[]) =>
  database().store.findMany({
    where: { closed: false, id: { in: memberships.flatMap(({ role, storeId }) => (role === 'staff' && storeId ? [storeId] : [])) } },
    orderBy: { code: 'asc' },
  })

/** The stores whose requests somebody sees. */
export const storesSeen = (memberships: readonly MembershipOf[]) => database().store.findMany({ where: { id: { in: visibleStores(memberships) } }, orderBy: { code: 'asc' } })

/** One store by its code; throws when there is none. */
export const storeByCode = (code: string) => database().store.findUniqueOrThrow({ where: { code } })
