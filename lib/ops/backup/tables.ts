/** The tables of a backup, in an order that satisfies foreign keys on restore. */
export const backedUp = [
  'region',
  'carrier',
  'store',
  'account',
  'passkey',
  'recovery_code',
  'membership',
  'account_link',
  'api_key',
  'access_grant',
  'obligation',
  'carrier_rule',
  'guide',
  'revision',
  'guide_draft',
  'guide_draft_version',
  'guide_draft_conflict',
  'picture',
  'notice_text',
  'setting',
  'calendar_year',
  'calendar_day',
  'installation_key',
  'bag',
  'request',
  'report_count',
  'report_month',
  'visit_count',
  'request_event',
  'request_key',
  'search_token',
  'document_page',
  'notice',
  'one_time_code',
  'phone_guess',
  'question',
  'webhook',
  'webhook_delivery',
  'audit_entry',
] as const

/** Short-lived tables, worthless on another day. */
export const leftOut = [
  'attempt',
  'session',
  'passkey_challenge',
  'draft',
  'presence',
  'guide_presence',
  'upload',
  'upload_part',
  'idempotent_call',
  'form_send',
  'guide_preview_link',
] as const

export type BackedUp = (typeof backedUp)[number]
/**
 * `key`: the backup's own, wrapped by the master key; `nonce`, `tag`: of the table's encrypted
 * file. Bytes in base64.
 */
export type BackupManifest = {
  format: 2
  madeAt: string
  migrations: string[]
  key: string
  tables: Record<string, { rows: number; nonce: string; tag: string }>
}

export const manifestName = 'manifest.json'
export const fileOf = (table: string) => `${table}.copy.gz.sealed`
