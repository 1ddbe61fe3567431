/** The kinds of audited changes. */
export const auditedKinds = [
  'store.create',
  'store.change',
  'carrier.change',
  'carrier.offers',
  'carrier.rules',
  'carrier.obligations',
  'rulebook.change',
  'account.create',
  'account.roles',
  'account.disable',
  'account.password',
  'account.factor',
  'account.passkey',
  'security.change',
  'calendar.change',
  'guide.publish',
  'guide.plan',
  'guide.picture',
  'guide.narrow',
  'guide.retire',
  'notice.text',
  'retention.change',
  'store.delete',
  'document.view',
  'identifiers.view',
  'data.copy',
  'api_key.create',
  'api_key.revoke',
  'access.ask',
  'access.approve',
  'access.refuse',
  'audit.begin',
] as const
export type AuditedKind = (typeof auditedKinds)[number]

export const isAuditedKind = (what: unknown): what is AuditedKind =>
  (auditedKinds as readonly unknown[]).includes(what)
