/** A role's localized name with the store where it is held; administrators have none. */
export const roleText = (role: string, store: string | null | undefined) =>
  store ? `${role} · ${store}` : role
