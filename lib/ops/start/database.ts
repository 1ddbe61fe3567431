import { clusterSettings, memoryHere } from '../postgres/settings'
import type { OperatorEnv } from '@/lib/env'
import { migrate } from '../database/migrate'
import { prepareQueue } from '../database/queue'
import { forgetUnfinished } from '../history/begin'
import { type RoleUrls, grantToApp, requirePlainAppRole, withClient } from '../database/roles'
import { type Cluster, clusterUrl, startCluster } from '../postgres/cluster'
import { notedPlace } from '../postgres/place'
import { runningCluster } from '../postgres/postmaster'
import { keptSecret } from './secrets'

/** The connection URL of each role, and how to stop a server that we started. */
export type Database = { urls: RoleUrls; embedded: boolean; stop(): Promise<void> }

const databaseName = 'desk'
const roles = { owner: 'desk_owner', app: 'desk_app', jobs: 'desk_jobs' }

/** Starts the embedded PostgreSQL, or checks that the operator's own accepts all three roles. */
export async function openDatabase(env: OperatorEnv, deskData: string): Promise<Database> {
  if (env.DATABASE_URL && env.DIRECT_DATABASE_URL && env.MIGRATION_DATABASE_URL) {
    const urls = {
      app: env.DATABASE_URL,
      jobs: env.DIRECT_DATABASE_URL,
      owner: env.MIGRATION_DATABASE_URL,
    }
    await withClient(urls.owner, async () => {}, 'MIGRATION_DATABASE_URL')
    await withClient(urls.app, async () => {}, 'DATABASE_URL')
    await withClient(urls.jobs, async () => {}, 'DIRECT_DATABASE_URL')
    return { urls, embedded: false, stop: async () => {} }
  }
  const superuserPassword = keptSecret(deskData, 'postgres')
  const cluster = await startCluster(deskData, superuserPassword, {
    kept: true,
    settings: clusterSettings(memoryHere()),
  })
  const urls = await provision(cluster, superuserPassword, databaseName, (role) =>
    keptSecret(deskData, role),
  )
  return { urls, embedded: true, stop: cluster.stop }
}

/** The embedded database of a running desk; null when none is running. */
export function runningDatabase(deskData: string): Database | null {
  const place = notedPlace(deskData)
  const running = place && runningCluster(place)
  if (!running) return null
  const urlOf = (role: string) =>
    clusterUrl(running.port, role, keptSecret(deskData, role), databaseName)
  return {
    urls: { owner: urlOf(roles.owner), app: urlOf(roles.app), jobs: urlOf(roles.jobs) },
    embedded: true,
    stop: async () => {},
  }
}

/** Creates the three roles and the database on the embedded cluster, where missing. */
export async function provision(
  cluster: Cluster,
  superuserPassword: string,
  database: string,
  passwordOf: (role: string) => string,
): Promise<RoleUrls> {
  await withClient(cluster.url('postgres', superuserPassword, 'postgres'), async (client) => {
    for (const role of Object.values(roles)) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (!rowCount)
        await client.query(
          `create role ${role} login password ${client.escapeLiteral(passwordOf(role))}`,
        )
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (!rowCount)
      await client.query(
        `create database ${client.escapeIdentifier(database)} owner ${roles.owner}`,
      )
    await client.query(
      `grant create on database ${client.escapeIdentifier(database)} to ${roles.jobs}`,
    )
  })
  const urlOf = (role: string) => cluster.url(role, passwordOf(role), database)
  return { owner: urlOf(roles.owner), app: urlOf(roles.app), jobs: urlOf(roles.jobs) }
}

/**
 * Migrates tables and queue and grants the app's privileges; returns the applied migrations.
 * `newerSchema`: also where a newer version has migrated further.
 */
export async function prepareDatabase(
  urls: RoleUrls,
  migrating: { newerSchema?: boolean } = {},
): Promise<string[]> {
  const applied = await migrate(urls.owner, migrating)
  await withClient(urls.owner, forgetUnfinished)
  await grantToApp(urls)
  await prepareQueue(urls)
  await requirePlainAppRole(urls.app)
  return applied
}
