/**
 * What every column of the database holds about a customer, and what erases it (L1, L3). A test
 * compares this list with the actual tables and fails for an unlisted column. `npm run erase:sweep`
 * and the erasure of a request use it.
 */

/** The kinds of content of a column. */
export const holdings = {
  nothing: 'codes, ids, days, amounts and places: nothing that says who somebody is',
  staff: 'of those who work here, or written by them for everybody',
  key: "the key that a request's or a question's personal values are sealed under, wrapped",
  sealed: 'personal values, sealed under such a key',
  master: 'personal values, sealed under the master key itself',
  hash: 'keyed hashes of what a person is known by',
  hashing: "keys of the installation's hashes, which name nobody",
  passing: 'what lives for a day at most and then goes by itself: network addresses, a keyed hash',
  earlier:
    "plain facts; of older events also a carrier's reference " +
    '(lib/cancellation/rules/legacy-plain-values.ts)',
} as const
export type Holding = keyof typeof holdings

/** The ways in which an erasure affects a table. */
export const erasures = {
  rows: "the request's rows are deleted, by their request_id",
  cascade: 'its rows go with those that they belong to',
  emptied: 'its columns that say something are emptied, the row stays for the figures',
  found: "rows in which the person's number, contact or reference stands are deleted",
  key: 'it stays and cannot be opened any more',
  itself: 'nothing is done: it goes by itself within a day',
} as const

export type TableOfInventory = { erasure?: keyof typeof erasures } & {
  readonly [H in Holding]?: readonly string[]
}

export const inventory = {
  _prisma_migrations: {
    nothing: [
      'id',
      'checksum',
      'finished_at',
      'migration_name',
      'logs',
      'rolled_back_at',
      'started_at',
      'applied_steps_count',
    ],
  },
  account: {
    staff: ['email', 'name', 'password_hash', 'totp'],
    nothing: [
      'id',
      'disabled_at',
      'created_at',
      'password_temporary',
      'totp_step',
      'kind',
      'awaits_word',
      'password_given_by',
      'password_chosen_in',
      'single_keys',
    ],
  },
  access_grant: {
    nothing: [
      'id',
      'kind',
      'account_id',
      'role',
      'store_id',
      'asked_by',
      'asked_at',
      'decided_by',
      'decided_at',
      'approved',
    ],
  },
  account_link: {
    staff: ['hash'],
    nothing: [
      'id',
      'account_id',
      'kind',
      'made_by',
      'made_at',
      'expires_at',
      'mailed',
      'used_at',
      'withdrawn_at',
    ],
  },
  api_key: {
    staff: ['hash', 'beginning', 'last_used_address'],
    nothing: [
      'account_id',
      'full_number',
      'per_minute',
      'expires_at',
      'revoked_at',
      'last_used_at',
      'created_at',
      'created_by',
      'waiting',
      'reason',
    ],
  },
  archived_event: {
    erasure: 'key',
    sealed: ['sealed_identifiers', 'sealed_personal'],
    earlier: ['facts'],
    nothing: [
      'request_id',
      'sequence',
      'type',
      'at',
      'actor_kind',
      'actor_id',
      'previous_hash',
      'hash',
    ],
  },
  attempt: {
    erasure: 'itself',
    passing: ['key'],
    nothing: ['points', 'expire'],
  },
  audit_entry: {
    staff: ['subject', 'before', 'after'],
    nothing: ['id', 'at', 'actor_id', 'what', 'sequence', 'hash'],
  },
  bag: {
    staff: ['handed_to', 'witness'],
    nothing: [
      'id',
      'store_id',
      'number',
      'opened_at',
      'sealed_at',
      'sealed_by',
      'cards',
      'handed_at',
      'handed_by',
      'destroyed_at',
      'destroyed_by',
    ],
  },
  calendar_day: {
    nothing: ['date', 'year', 'working', 'name_zh', 'name_en'],
  },
  calendar_year: {
    nothing: ['year', 'published', 'changed_at', 'reckoned_at'],
  },
  carrier: {
    nothing: [
      'code',
      'position',
      'name_zh',
      'name_en',
      'website',
      'hotline',
      'frozen_days',
      'fact_days',
      'review_days',
      'close_days',
      'waivable',
    ],
  },
  carrier_rule: {
    nothing: [
      'id',
      'carrier',
      'position',
      'topic',
      'regions',
      'store_kinds',
      'card_types',
      'channels',
      'value',
      'source',
      'sureness',
      'checked_on',
    ],
  },
  document_page: {
    erasure: 'rows',
    sealed: ['sealed'],
    nothing: ['document_id', 'page', 'request_id'],
  },
  draft: {
    erasure: 'found',
    master: ['sealed'],
    hash: ['persons'],
    nothing: ['account_id', 'place', 'updated_at'],
  },
  form_send: {
    erasure: 'itself',
    passing: ['id', 'led'],
    nothing: ['state', 'begun_at'],
  },
  guide: {
    nothing: ['id', 'card_type', 'channel', 'carrier', 'region', 'retired_at'],
  },
  guide_draft: {
    staff: ['content', 'planned_note'],
    nothing: [
      'guide_id',
      'level_with',
      'version',
      'updated_at',
      'updated_by',
      'plan_failed_at',
      'planned_at',
      'planned_by',
    ],
  },
  guide_draft_conflict: {
    staff: ['mine'],
    nothing: [
      'guide_id',
      'account_id',
      'section',
      'row_id',
      'field',
      'language',
      'their_at',
      'their_by',
    ],
  },
  guide_draft_version: {
    staff: ['content'],
    nothing: [
      'guide_id',
      'version',
      'saved_at',
      'saved_by',
      'save_id',
      'discarded_at',
      'discarded_by',
    ],
  },
  guide_presence: {
    nothing: ['guide_id', 'account_id', 'place', 'seen_at'],
  },
  guide_preview_link: {
    staff: ['key_hash'],
    nothing: ['id', 'guide_id', 'made_at', 'made_by', 'expires_at'],
  },
  idempotent_call: {
    erasure: 'emptied',
    sealed: ['sealed'],
    passing: ['key', 'hash'],
    master: ['answer'],
    nothing: ['account_id', 'begun_at', 'alive_at', 'effect', 'request_id'],
  },
  installation_key: {
    hashing: ['wrapped'],
    nothing: ['name'],
  },
  membership: {
    nothing: ['id', 'account_id', 'role', 'store_id'],
  },
  notice: {
    erasure: 'key',
    sealed: ['sealed'],
    nothing: [
      'id',
      'request_id',
      'sequence',
      'kind',
      'channel',
      'text_version',
      'values',
      'state',
      'attempts',
      'uncertain',
      'fault',
      'queued_at',
      'sent_at',
    ],
  },
  notice_text: {
    staff: ['content'],
    nothing: ['kind', 'version', 'changed_at', 'changed_by'],
  },
  obligation: {
    nothing: ['carrier', 'code', 'position', 'name_zh', 'name_en', 'help_zh', 'help_en', 'money'],
  },
  one_time_code: {
    erasure: 'rows',
    hash: ['hash'],
    nothing: ['request_id', 'purpose', 'expires_at', 'used_at', 'wrong'],
  },
  passkey: {
    staff: ['id', 'public_key', 'name'],
    nothing: ['account_id', 'counter', 'transports', 'added_at', 'used_at'],
  },
  passkey_challenge: {
    staff: ['challenge'],
    nothing: ['account_id', 'expires_at'],
  },
  picture: {
    staff: ['bytes'],
    nothing: ['id', 'width', 'height', 'added_at', 'added_by'],
  },
  presence: {
    nothing: ['request_id', 'account_id', 'seen_at'],
  },
  question: {
    erasure: 'emptied',
    key: ['key'],
    sealed: ['sealed'],
    hash: ['persons'],
    nothing: [
      'id',
      'number',
      'kind',
      'request_id',
      'store_id',
      'asked_at',
      'due',
      'answered_at',
      'answered_by',
      'answer_state',
      'answer_tries',
      'answer_uncertain',
    ],
  },
  recovery_code: {
    staff: ['hash'],
    nothing: ['account_id', 'used_at'],
  },
  region: {
    nothing: ['code', 'name_zh', 'name_en'],
  },
  report_count: {
    nothing: [
      'id',
      'day',
      'kind',
      'store_id',
      'carrier',
      'channel',
      'why',
      'step',
      'submitted_on',
      'ended_on',
      'decision_kept',
      'end_kept',
      'sent_back',
      'overridden',
      'rating',
      'count',
      'gathered',
    ],
  },
  report_month: {
    nothing: [
      'id',
      'month',
      'kind',
      'store_id',
      'carrier',
      'channel',
      'why',
      'step',
      'decision_kept',
      'end_kept',
      'sent_back',
      'overridden',
      'rating',
      'count',
    ],
  },
  request: {
    erasure: 'emptied',
    sealed: ['sealed_identifiers', 'sealed_personal'],
    hash: ['number_hash'],
    earlier: ['record'],
    nothing: [
      'id',
      'reference',
      'state',
      'version',
      'store_id',
      'carrier',
      'region',
      'card_type',
      'channel',
      'revision_id',
      'customer_waiting',
      'receipt_number',
      'due',
      'assigned_to',
      'opened_at',
      'updated_at',
      'ended_at',
      'bag',
      'card_owed',
      'card_store',
      'waits_until',
    ],
  },
  request_event: {
    erasure: 'key',
    sealed: ['sealed_identifiers', 'sealed_personal'],
    earlier: ['facts'],
    nothing: [
      'request_id',
      'sequence',
      'type',
      'at',
      'actor_kind',
      'actor_id',
      'previous_hash',
      'hash',
    ],
  },
  request_key: {
    erasure: 'rows',
    key: ['wrapped'],
    nothing: ['request_id', 'class'],
  },
  revision: {
    staff: ['content', 'note'],
    nothing: ['id', 'guide_id', 'number', 'published_at', 'author_id', 'level_with'],
  },
  search_token: {
    erasure: 'rows',
    hash: ['token'],
    nothing: ['store_id', 'request_id'],
  },
  session: {
    staff: ['browser', 'address'],
    nothing: ['id', 'account_id', 'how', 'strong', 'started_at', 'seen_at', 'locked_at'],
  },
  setting: {
    staff: ['value'],
    nothing: ['name', 'changed_at'],
  },
  store: {
    staff: ['phone', 'address_zh', 'address_en'],
    nothing: [
      'id',
      'code',
      'name_zh',
      'name_en',
      'region',
      'serves_regions',
      'kind',
      'carriers',
      'four_eyes',
      'lapse_days',
      'closed',
      'uncollected_days',
      'carrier',
      'reader_fields',
      'reader_separator',
      'paper',
      'receipt_name',
      'hours',
      'latitude',
      'longitude',
      'district_zh',
      'district_en',
    ],
  },
  phone_guess: {
    erasure: 'rows',
    nothing: ['request_id', 'wrong'],
  },
  upload: {
    erasure: 'rows',
    nothing: [
      'id',
      'request_id',
      'step',
      'material',
      'by_customer',
      'length',
      'received',
      'started_at',
    ],
  },
  upload_part: {
    erasure: 'cascade',
    sealed: ['sealed'],
    nothing: ['upload_id', 'start'],
  },
  visit_count: {
    nothing: ['store_id', 'day', 'hour', 'visits'],
  },
  webhook: {
    staff: ['url', 'secret'],
    nothing: ['id', 'account_id', 'created_at', 'face'],
  },
  webhook_delivery: {
    nothing: [
      'id',
      'webhook_id',
      'request_id',
      'sequence',
      'state',
      'attempts',
      'fault',
      'queued_at',
      'sent_at',
    ],
  },
  'graphile_worker._private_job_queues': {
    nothing: ['id', 'queue_name', 'locked_at', 'locked_by', 'is_available'],
  },
  'graphile_worker._private_jobs': {
    nothing: [
      'id',
      'job_queue_id',
      'task_id',
      'payload',
      'priority',
      'run_at',
      'attempts',
      'max_attempts',
      'last_error',
      'created_at',
      'updated_at',
      'key',
      'locked_at',
      'locked_by',
      'revision',
      'flags',
      'is_available',
    ],
  },
  'graphile_worker._private_known_crontabs': {
    nothing: ['identifier', 'known_since', 'last_execution'],
  },
  'graphile_worker._private_tasks': {
    nothing: ['id', 'identifier'],
  },
  'graphile_worker.migrations': {
    nothing: ['id', 'ts', 'breaking'],
  },
} as const satisfies Record<string, TableOfInventory>

const tables = Object.entries(inventory as Record<string, TableOfInventory>)

/** Tables whose rows are deleted when a request is erased. */
export const erasedRows = tables.flatMap(([name, { erasure }]) =>
  erasure === 'rows' ? [name] : [],
)

/**
 * Tables whose file pages could still reveal erased data to the holder of the master key until they
 * are rewritten: those with keys, with values encrypted by the master key, or with hashes.
 */
export const sweptTables = tables.flatMap(([name, { key, master, hash }]) =>
  key || master || hash ? [name] : [],
)
