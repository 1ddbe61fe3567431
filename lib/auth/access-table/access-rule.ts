import type { Permission } from '@/lib/domain/permissions'

/**
 * Whose things lie behind a door: those of stores that one sees, by the request, bag, notice or
 * question that it names.
 */
export type OwnedThing = 'request' | 'bag' | 'notice' | 'question' | 'store'

/**
 * Who may come in: `everybody`; a permission (of these things, where it names some); a customer's
 * pass to the request, got by the phone's last digits or by the slip; a key of the HTTP API;
 * whoever holds the session that it is about.
 */
export type AccessRule =
  | readonly ['everybody']
  | readonly [Permission]
  | readonly [Permission, OwnedThing]
  | readonly ['pass', 'phone' | 'slip']
  | readonly ['key']
  | readonly ['key', 'request']
  | readonly ['own_session']
export type AccessTable = Readonly<Record<string, AccessRule>>
