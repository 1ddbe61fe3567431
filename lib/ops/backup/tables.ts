/** What a backup holds, in an order in which it can be written again. */
export const backedUp = [
  'region', 'store', 'account', 'passkey', 'recovery_code', 'membership', 'api_key', 'carrier', 'obligation', 'availability', 'guide', 'revision', 'guide_draft', 'picture', 'notice_text', 'setting', 'calendar_year', 'calendar_day',
  'installation_key', 'bag', 'request', 'report_count', 'request_event', 'request_key', 'search_token', 'document_page', 'notice', 'one_time_code', 'question', 'webhook', 'webhook_delivery', 'audit_entry',
] as const

/** What lives for minutes, and is worth nothing on another day. */
export const leftOut = ['attempt', 'session', 'passkey_challenge', 'draft', 'presence', 'upload', 'upload_part', 'idempotent_call'] as const

export type BackedUp = (typeof backedUp)[number]
export type BackupManifest = { format: 1; madeAt: string; migrations: string[]; tables: Record<string, { rows: number; sha256: string }> }

export const manifestName = 'manifest.json'
export const fileOf = (table: string) => `${table}.copy.gz`
