import type { AuditedKind } from './kinds'

/** What an entry is about; `code` is what its subject holds. */
export type Thing = { type: ThingType; code: string }
export type ThingType =
  | 'store'
  | 'carrier'
  | 'account'
  | 'key'
  | 'calendar'
  | 'guide'
  | 'picture'
  | 'notice'
  | 'request'
  | 'security'
  | 'retention'
  | 'rulebook'
  | 'audit'

const types: Record<AuditedKind, ThingType> = {
  'store.create': 'store',
  'store.change': 'store',
  'store.delete': 'store',
  'carrier.change': 'carrier',
  'carrier.offers': 'carrier',
  'carrier.rules': 'carrier',
  'carrier.obligations': 'carrier',
  'rulebook.change': 'rulebook',
  'account.create': 'account',
  'account.roles': 'account',
  'account.disable': 'account',
  'account.password': 'account',
  'account.sessions': 'account',
  'account.invite': 'account',
  'account.link': 'account',
  'account.link_withdraw': 'account',
  'account.factor': 'account',
  'account.passkey': 'account',
  'security.change': 'security',
  'calendar.change': 'calendar',
  'guide.publish': 'guide',
  'guide.plan': 'guide',
  'guide.picture': 'picture',
  'guide.narrow': 'guide',
  'guide.discard': 'guide',
  'guide.restore_draft': 'guide',
  'guide.retire': 'guide',
  'guide.share': 'guide',
  'notice.text': 'notice',
  'retention.change': 'retention',
  'document.view': 'request',
  'identifiers.view': 'request',
  'data.copy': 'request',
  'api_key.create': 'key',
  'api_key.revoke': 'key',
  'access.ask': 'account',
  'access.approve': 'account',
  'access.refuse': 'account',
  'audit.begin': 'audit',
  'audit.export': 'audit',
}

/** The thing that an entry is about; null for a kind that this version does not know. */
export function thingOf(what: string, subject: string, after: unknown): Thing | null {
  const type = Object.hasOwn(types, what) ? types[what as AuditedKind] : null
  if (!type) return null
  // Access is asked for people and for keys.
  const isKey =
    type === 'account' &&
    typeof after === 'object' &&
    (after as { kind?: unknown } | null)?.kind === 'key'
  return { type: isKey ? 'key' : type, code: subject }
}
