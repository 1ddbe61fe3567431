import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { database } from '@/lib/db/client'
import { anyOf, sqlDatabase } from '@/lib/db/sql'

/** The stores where somebody is staff and may record requests. */
export const storesOfStaff = (memberships: readonly MembershipOf[]) =>
  database().store.findMany({
    where: {
      closed: false,
      id: {
        in: memberships.flatMap(({ role, storeId }) =>
          role === 'staff' && storeId ? [storeId] : [],
        ),
      },
    },
    orderBy: { code: 'asc' },
  })

type SeenStore = {
  id: string
  code: string
  nameZh: string
  nameEn: string
  uncollectedDays: number
}

// A region's staff sees hundreds of stores on every list page: select only the columns shown.
const shown = () =>
  sqlDatabase()
    .selectFrom('store')
    .select(['id', 'code', 'name_zh as nameZh', 'name_en as nameEn'])
    .select('uncollected_days as uncollectedDays')
    .orderBy('code')

/** The stores whose requests these memberships may see. */
export const storesSeen = (memberships: readonly MembershipOf[]): Promise<SeenStore[]> =>
  shown()
    .where('id', '=', anyOf(visibleStores(memberships)))
    .execute()

/**
 * The stores whose reports these memberships may see: all of them for administrators, who see no
 * requests.
 */
export const storesReported = (memberships: readonly MembershipOf[]) =>
  memberships.some(({ role }) => role === 'admin') ? shown().execute() : storesSeen(memberships)

/** One store by its code; throws when there is none. */
export const storeByCode = (code: string) => database().store.findUniqueOrThrow({ where: { code } })

/** All stores, for administrators. */
export const allStores = () => database().store.findMany({ orderBy: { code: 'asc' } })

/** A store where somebody is staff, by its code, or their only one; null otherwise. */
export async function memberStore(
  memberships: readonly MembershipOf[],
  code: string,
): Promise<{ id: string; code: string } | null> {
  const theirs = memberships.flatMap(({ role, storeId, storeCode }) =>
    role === 'staff' && storeId && storeCode ? [{ id: storeId, code: storeCode }] : [],
  )
  return (
    theirs.find((store) => store.code === code) ??
    (code === '' && theirs.length === 1 ? (theirs[0] ?? null) : null)
  )
}
