import { Client } from 'pg'
import { Problem } from '../command-line/problem'

/** The three roles of an installation: the owner migrates, the app serves, jobs runs the queue. */
export type RoleUrls = { owner: string; app: string; jobs: string }

const appends = ['request_event', 'revision', 'guide', 'audit_entry', 'picture', 'notice_text']
const readsAndWrites = [
  'store',
  'account',
  'access_grant',
  'membership',
  'account_link',
  'session',
  'passkey',
  'recovery_code',
  'passkey_challenge',
  'region',
  'carrier',
  'obligation',
  'carrier_rule',
  'calendar_year',
  'calendar_day',
  'guide_draft',
  'guide_draft_version',
  'guide_draft_conflict',
  'guide_presence',
  'guide_preview_link',
  'setting',
  'attempt',
  'phone_guess',
  'notice',
  'one_time_code',
  'question',
  'document_page',
  'upload',
  'upload_part',
  'api_key',
  'idempotent_call',
  'webhook',
  'webhook_delivery',
  'request',
  'report_count',
  'report_month',
  'visit_count',
  'bag',
  'presence',
  'draft',
  'form_send',
  'request_key',
  'search_token',
  'installation_key',
]

/** Grants the app's role the minimum: history and revisions are append-only. */
export async function grantToApp({ owner, app }: RoleUrls) {
  const role = await roleOf(app)
  await withClient(owner, async (client) => {
    await client.query(`grant usage on schema public to ${role}`)
    await client.query(`grant select on every_event to ${role}`)
    await client.query(`grant select, insert on ${appends.join(', ')} to ${role}`)
    await client.query(`grant update (retired_at) on guide to ${role}`)
    await client.query(
      `grant select, insert, update, delete on ${readsAndWrites.join(', ')} to ${role}`,
    )
  })
  await boundWaits(app)
}

/** The quoted role name that a connection URL signs in as. */
export const roleOf = (url: string) =>
  asked(url, 'select quote_ident(current_user) as role', (row) => String(row.role))

/**
 * Set on the role, because a pooler does not pass start parameters on: bounds every statement of
 * the app.
 */
const boundWaits = (app: string) =>
  withClient(app, async (client) => {
    for (const [setting, value] of [
      ['lock_timeout', '5s'],
      ['statement_timeout', '30s'],
      ['idle_in_transaction_session_timeout', '30s'],
    ])
      await client.query(`alter role current_user set ${setting} = '${value}'`)
  })

/** Throws when the app's role owns a table: it could then disable the protection of the history. */
export async function requirePlainAppRole(appUrl: string) {
  const owned = await asked(
    appUrl,
    `select (select rolsuper from pg_roles where rolname = current_user) as superuser,
            count(*)::int as tables from pg_tables where tableowner = current_user
            and schemaname not like 'pg_%'`,
    (row) => Boolean(row.superuser) || Number(row.tables) > 0,
  )
  if (owned) {
    throw new Problem(
      'The role in DATABASE_URL owns tables or is a superuser: give the app a role of its own ' +
        'that owns nothing (README, "A database server of your own").',
    )
  }
}

/**
 * Runs `work` on its own connection. A server that does not answer is reported as a Problem that
 * names the variable.
 */
export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
  variable?: string,
): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    if (!variable) throw error
    throw new Problem(
      `The database in ${variable} cannot be reached (${(error as Error).message}): see that ` +
        'the server runs and that host, port, name, user and password are right.',
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const asked = <T>(url: string, sql: string, read: (row: Record<string, unknown>) => T) =>
  withClient(url, async (client) => read((await client.query(sql)).rows[0]))
