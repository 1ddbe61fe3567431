import type { Permission } from '@/lib/domain/permissions'

/**
 * The owner of the data behind an entry point: one of the viewer's stores, by the request, bag,
 * notice or question named.
 */
export type OwnedThing = 'request' | 'bag' | 'notice' | 'question' | 'store'

/**
 * Who has access: `everybody`; a permission (limited to these things, if any are named); a
 * customer's pass for the request, obtained by the phone's last digits or by the slip; an API key;
 * the holder of the session concerned.
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
