// One PostgreSQL for all integration tests, with a template database that is migrated and seeded
// once.
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { prepareDatabase, provision } from '@/lib/ops/start/database'
import { startCluster } from '@/lib/ops/postgres/cluster'
import { withClient } from '@/lib/ops/database/roles'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'

const password = 'integration'
const template = 'template_desk'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { port: number; superuser: string; template: string; masterKey: string }
  }
}

export default async function setup(project: TestProject) {
  const folder = scratchFolder('integration')
  const cluster = await startCluster(folder, password, {
    settings: [
      ...['-c', 'fsync=off', '-c', 'max_connections=200'],
      // For tests that look at the statements which reached the server (statement-log.ts).
      ...['-c', 'logging_collector=on', '-c', 'log_line_prefix=%d '],
    ],
  })
  const urls = await provision(cluster, password, template, (role) => role)
  await prepareDatabase(urls)
  const masterKey = randomBytes(32).toString('base64url')
  await seedTemplate(urls.app, masterKey)
  await withClient(cluster.url('postgres', password, 'postgres'), (client) =>
    client.query(`alter database ${template} is_template true`),
  )
  project.provide('cluster', {
    port: cluster.port,
    superuser: cluster.url('postgres', password, 'postgres'),
    template,
    masterKey,
  })
  return async () => {
    await cluster.stop()
    removeScratch(folder)
  }
}

async function seedTemplate(app: string, masterKey: string) {
  Object.assign(process.env, {
    DATABASE_URL: app,
    BASE_URL: 'http://localhost:3000',
    AUTH_SECRET: 'integration-'.repeat(4),
    MASTER_KEY: masterKey,
  })
  const { ensureHashKeys } = await import('@/lib/db/keyed-hash')
  const { seedReference } = await import('@/lib/ops/seed/reference')
  const { seedDemoAccounts } = await import('@/lib/ops/seed/demo-accounts')
  const { database } = await import('@/lib/db/client')
  await ensureHashKeys()
  await (await import('@/lib/receipts/keys/commands')).ensureReceiptKey()
  await seedReference(new Date('2026-01-05T02:00:00Z'))
  await seedDemoAccounts('integration-password')
  await database().$disconnect()
}
