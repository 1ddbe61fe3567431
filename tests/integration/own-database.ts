// Before each test file: a database of its own, copied from the template, and the environment of a
// serving process.
import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'

const { port, superuser, template, masterKey } = inject('cluster')
const name = `desk_${randomUUID().replaceAll('-', '')}`
await withClient(superuser, (client) =>
  client.query(`create database ${name} template ${template} owner desk_owner`),
)
const urlOf = (role: string) => `postgresql://${role}:${role}@127.0.0.1:${port}/${name}`
Object.assign(process.env, {
  DATABASE_URL: urlOf('desk_app'),
  DIRECT_DATABASE_URL: urlOf('desk_jobs'),
  MIGRATION_DATABASE_URL: urlOf('desk_owner'),
  BASE_URL: 'http://localhost:3000',
  AUTH_SECRET: 'integration-'.repeat(4),
  MASTER_KEY: masterKey,
})

afterAll(() => database().$disconnect())
