import type { AuditedKind } from './kinds'

/** An entry as far as its sentence depends on it. */
type Told = {
  by: { id: string } | null
  what: string
  before: unknown
  after: unknown
  /** Whether who did it is also whose account it is about. */
  own: boolean
}

/** The parts of an entry's content, which older entries may lack. */
export const contentOf = (side: unknown): Record<string, unknown> =>
  typeof side === 'object' && side !== null && !Array.isArray(side)
    ? (side as Record<string, unknown>)
    : {}

const grantSentences = (act: 'ask' | 'approve' | 'refuse') =>
  [`access_${act}_role`, `access_${act}_key`, `access_${act}_return`] as const

/**
 * The sentences of each kind of entry: keys of `audit.said`. Where there are several, the content
 * says which one it is.
 */
export const sentences = {
  'store.create': ['store_create'],
  'store.change': ['store_change', 'store_close', 'store_reopen'],
  'store.delete': ['store_delete'],
  'carrier.change': ['carrier_change'],
  'carrier.offers': ['carrier_offers'],
  'carrier.rules': ['carrier_rules'],
  'carrier.obligations': ['carrier_obligations'],
  'rulebook.change': ['rulebook_change'],
  'account.create': ['account_create'],
  'account.roles': ['account_roles'],
  'account.disable': ['account_disable', 'account_enable'],
  'account.password': ['account_password_own', 'account_password_given'],
  'account.sessions': ['account_sessions'],
  'account.invite': ['account_invite'],
  'account.link': ['account_link'],
  'account.link_withdraw': ['account_link_withdraw'],
  'account.factor': [
    'account_factor_on',
    'account_factor_off',
    'account_factor_recovery',
    'account_factor_reset',
  ],
  'account.passkey': ['account_passkey_add', 'account_passkey_remove'],
  'security.change': ['security_change'],
  'calendar.change': ['calendar_change', 'calendar_publish', 'calendar_unpublish'],
  'guide.publish': ['guide_publish'],
  'guide.plan': ['guide_plan', 'guide_unplan'],
  'guide.picture': ['guide_picture'],
  'guide.narrow': ['guide_narrow'],
  'guide.discard': ['guide_discard'],
  'guide.restore_draft': ['guide_restore_draft'],
  'guide.retire': ['guide_retire', 'guide_restore'],
  'guide.share': ['guide_share', 'guide_unshare'],
  'notice.text': ['notice_text'],
  'retention.change': ['retention_change'],
  'document.view': ['document_view'],
  'identifiers.view': ['identifiers_view'],
  'data.copy': ['data_copy'],
  'api_key.create': ['api_key_create'],
  'api_key.revoke': ['api_key_revoke'],
  'access.ask': grantSentences('ask'),
  'access.approve': grantSentences('approve'),
  'access.refuse': grantSentences('refuse'),
  'audit.begin': ['audit_begin'],
  'audit.export': ['audit_export'],
} as const satisfies Record<AuditedKind, readonly [string, ...string[]]>

export type Sentence = (typeof sentences)[AuditedKind][number]

/** Whether all that differs between two contents is this field. */
function onlyDiffers(before: unknown, after: unknown, field: string): boolean {
  const [one, other] = [contentOf(before), contentOf(after)]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (JSON.stringify(one[name]) !== JSON.stringify(other[name])) === (name === field),
  )
}

/** The sentence of an entry; null for a kind that this version does not know. */
export function sentenceOf({ what, before, after, own }: Told): Sentence | null {
  const [was, is] = [contentOf(before), contentOf(after)]
  const switched = (field: string) => Boolean(before && after && onlyDiffers(before, after, field))
  switch (what as AuditedKind) {
    case 'store.change':
      if (!switched('closed')) return 'store_change'
      return is.closed ? 'store_close' : 'store_reopen'
    case 'account.disable':
      return is.disabled ? 'account_disable' : 'account_enable'
    case 'account.password':
      return own ? 'account_password_own' : 'account_password_given'
    case 'account.factor':
      if (is.reset) return 'account_factor_reset'
      if (is.recovery) return 'account_factor_recovery'
      return is.codes === false ? 'account_factor_off' : 'account_factor_on'
    case 'account.passkey':
      return after ? 'account_passkey_add' : 'account_passkey_remove'
    case 'calendar.change':
      if (!switched('published')) return 'calendar_change'
      return is.published ? 'calendar_publish' : 'calendar_unpublish'
    case 'guide.plan':
      return after ? 'guide_plan' : 'guide_unplan'
    case 'guide.share':
      return after ? 'guide_share' : 'guide_unshare'
    case 'guide.retire':
      return is.retired ? 'guide_retire' : 'guide_restore'
    case 'access.ask':
    case 'access.approve':
    case 'access.refuse': {
      const kind = String(is.kind ?? was.kind)
      const known = sentences[what as 'access.ask']
      return known.find((sentence) => sentence.endsWith(`_${kind}`)) ?? known[0]
    }
    default: {
      const known: readonly Sentence[] | undefined = Object.hasOwn(sentences, what)
        ? sentences[what as AuditedKind]
        : undefined
      return known?.[0] ?? null
    }
  }
}
