import { defineConfig } from 'prisma/config'

// For `prisma migrate deploy` and `prisma studio` on a server of one's own: the owner's address.
// What the desk itself does needs none (docs/adr/0002-prisma-without-its-engines.md).
const url = process.env.MIGRATION_DATABASE_URL

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(url && { datasource: { url } }),
})
