export const roles = ['staff', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** One role at one store; administrators' has none. */
export type MembershipOf = { role: Role; storeId: string | null; storeCode: string | null }

/**
 * Who may do what, in one table: the guard of every page and action names one of these. Which door
 * asks for which: lib/auth/access-table.
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
  /** One's own account: everybody's who is signed in, whatever their roles. */
  'account.use': [],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/**
 * Roles that one administrator does not give alone once there are two (adr 26): a reviewer's
 * decides requests, and an administrator's word is the second that others need. What else takes
 * two, and who may answer: lib/accounts/grants/rules.ts.
 */
export const guardedRoles: readonly Role[] = ['reviewer', 'admin']

export const may = (memberships: readonly MembershipOf[], permission: Permission) =>
  permission === 'account.use' ||
  memberships.some(({ role }) => (permissions[permission] as readonly Role[]).includes(role))

/**
 * The stores whose requests somebody sees: their own as staff, the assigned ones as a reviewer; of
 * these the one with this code. Administrators see none.
 */
export const visibleStores = (memberships: readonly MembershipOf[], code?: string) => [
  ...new Set(
    memberships.flatMap(({ role, storeId, storeCode }) =>
      role !== 'admin' && storeId && (!code || storeCode === code) ? [storeId] : [],
    ),
  ),
]

/** The codes of the stores where somebody works. */
export const storeCodes = (memberships: readonly MembershipOf[]) => [
  ...new Set(memberships.flatMap(({ storeCode }) => storeCode ?? [])),
]
