import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Problem, messageOf } from '../command-line/problem'
import { withClient } from './roles'
import { openSchemaEngine, ownTablesOnly } from './schema-engine'

const folder = resolve('prisma/migrations')

/**
 * Applies the pending migrations as the owner of the tables; returns their names. A database that a
 * newer version has migrated is a Problem unless `newerSchema`: an older version would write what
 * the newer one no longer reads.
 */
export async function migrate(
  migrationUrl: string,
  { newerSchema = false }: { newerSchema?: boolean } = {},
): Promise<string[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const unknown = (await appliedNames(migrationUrl)).filter((name) => !names.includes(name))
  if (unknown.length && !newerSchema)
    throw new Problem(
      `The database was migrated by a newer version of the desk (${unknown.at(-1)}): start that ` +
        'version; or, to go back to this one for a while, set NEWER_SCHEMA=1 after reading ' +
        'docs/changelog.md for what this version would not know.',
    )
  const { engine, close } = await openSchemaEngine(migrationUrl)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters: ownTablesOnly,
      migrationsList: {
        baseDir: folder,
        shadowDbInitScript: '',
        lockfile: {
          path: 'migration_lock.toml',
          content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
        },
        migrationDirectories: names.map((name) => ({
          path: name,
          migrationFile: {
            path: 'migration.sql',
            content: {
              tag: 'ok',
              value: readFileSync(join(folder, name, 'migration.sql'), 'utf8'),
            },
          },
        })),
      },
    })
    return appliedMigrationNames
  } catch (error) {
    throw new Problem(`The database could not be migrated: ${messageOf(error)}`)
  } finally {
    await close()
  }
}

/** The migrations that the database has, in their order; none where it is new. */
const appliedNames = (migrationUrl: string) =>
  withClient(migrationUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as there",
    )
    if (!rows[0]?.there) return []
    const applied = await client.query<{ name: string }>(
      `select migration_name as name from _prisma_migrations
        where finished_at is not null and rolled_back_at is null order by migration_name`,
    )
    return applied.rows.map(({ name }) => name)
  })
