import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Problem, messageOf } from '../command-line/problem'
import { openSchemaEngine, ownTablesOnly } from './schema-engine'

const folder = resolve('prisma/migrations')

/** Applies the pending migrations as the owner of the tables; returns their names. */
export async function migrate(migrationUrl: string): Promise<string[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
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
