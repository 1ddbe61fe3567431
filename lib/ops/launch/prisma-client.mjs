import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Generates the Prisma client and the query builder's table types when the schema or a generator
 * has changed.
 */
export async function generateClient(root) {
  const schema = join(root, 'prisma/schema.prisma')
  const stamp = join(root, 'lib/db/generated/stamp')
  const wanted = createHash('sha256')
    .update(readFileSync(schema))
    .update(readFileSync(join(root, 'node_modules/prisma/package.json')))
    .update(readFileSync(join(root, 'node_modules/prisma-kysely/package.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  console.error('• Generating the database client…')
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'],
    {
      cwd: root,
      encoding: 'utf8',
      // Generating needs no schema engine, but the command line downloads one unless a file is
      // named.
      env: {
        ...process.env,
        // Prisma starts package generators by their command names.
        PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (status !== 0)
    throw new Error(`The database client could not be generated:\n${stderr || stdout}`)
  writeFileSync(stamp, wanted)
}
