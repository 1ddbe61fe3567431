export const roles = ['staff', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** A role at a store; an administrator's has no store. */
export type MembershipOf = { role: Role; storeId: string | null; storeCode: string | null }

/**
 * The roles that hold each permission. Every page and action is guarded by one of these;
 * lib/auth/access-table lists which.
 */
export const permissions = {
  'request.read': ['staff', 'reviewer'],
  'request.open': ['staff'],
  'request.note': ['staff', 'reviewer'],
  'request.move': ['staff', 'reviewer'],
  'document.view': ['staff', 'reviewer'],
  'request.print': ['staff', 'reviewer'],
  'request.erase': ['reviewer'],
  'request.bulk': ['staff', 'reviewer'],
  'request.export': ['staff', 'reviewer'],
  'question.answer': ['staff', 'reviewer'],
  'store.custody': ['staff', 'reviewer'],
  'report.read': ['reviewer', 'admin'],
  'calendar.edit': ['admin'],
  'guide.edit': ['admin'],
  'settings.edit': ['admin'],
  'audit.read': ['admin'],
  /** One's own account: any signed-in person, whatever their roles. */
  'account.use': [],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/**
 * Roles that a single administrator cannot grant once there are two (adr 26): reviewers decide
 * requests, and administrators approve each other's grants. Everything else that takes two, and who
 * may approve: lib/accounts/grants/rules.ts.
 */
export const guardedRoles: readonly Role[] = ['reviewer', 'admin']

export const may = (memberships: readonly MembershipOf[], permission: Permission) =>
  permission === 'account.use' ||
  memberships.some(({ role }) => (permissions[permission] as readonly Role[]).includes(role))

/** Whether these memberships decide requests, at whichever store. */
export const reviews = (memberships: readonly MembershipOf[]) =>
  memberships.some(({ role }) => role === 'reviewer')

/**
 * The stores whose requests these memberships may see: as staff or as reviewer; optionally only the
 * one with this code. Administrators see none.
 */
export const visibleStores = (memberships: readonly MembershipOf[], code?: string) => [
  ...new Set(
    memberships.flatMap(({ role, storeId, storeCode }) =>
      role !== 'admin' && storeId && (!code || storeCode === code) ? [storeId] : [],
    ),
  ),
]

/** The codes of all stores of these memberships. */
export const storeCodes = (memberships: readonly MembershipOf[]) => [
  ...new Set(memberships.flatMap(({ storeCode }) => storeCode ?? [])),
]
