// npm run migration:draft -- <name>: writes the SQL from the committed data model to the edited
// one.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../postgres/cluster'
import { openSchemaEngine, ownTablesOnly } from '../database/schema-engine'

const name = process.argv[2]
if (!name) {
  console.error('Name the migration: npm run migration:draft -- add_something')
  process.exit(2)
}

const schemaFile = 'prisma/schema.prisma'
const committed = () => {
  try {
    return execFileSync('git', ['show', `HEAD:${schemaFile}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  }
}
const datamodel = (content: string) => ({
  tag: 'schemaDatamodel' as const,
  files: [{ path: schemaFile, content }],
})

const before = committed()
// The engine does not query this server, but requires a connection.
const scratch = mkdtempSync(join(tmpdir(), 'desk-draft-'))
const cluster = await startCluster(scratch, 'scratch')
const { engine, close } = await openSchemaEngine(cluster.url('postgres', 'scratch', 'postgres'))
const { stdout } = await engine.diff({
  from: before ? datamodel(before) : { tag: 'empty' },
  to: datamodel(readFileSync(schemaFile, 'utf8')),
  script: true,
  exitCode: null,
  filters: ownTablesOnly,
})
await close()
await cluster.stop()
rmSync(scratch, { recursive: true, force: true })

// By the highest number, since some were never used.
const numbers = readdirSync('prisma/migrations').map((entry) => Number.parseInt(entry, 10) || 0)
const number = String(Math.max(...numbers) + 1).padStart(4, '0')
const folder = `prisma/migrations/${number}_${name}`
mkdirSync(folder)
writeFileSync(`${folder}/migration.sql`, stdout ?? '')
console.log(`${folder}/migration.sql`)
process.exit(0)
