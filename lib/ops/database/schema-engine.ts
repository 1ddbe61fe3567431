import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool } from 'pg'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { runPatiently } from './patient-script'

const require = createRequire(import.meta.url)

type Bindings = {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

/**
 * Prisma's schema engine as WebAssembly, bound to one database. Its command line would download a
 * native engine, which an offline machine cannot. Loaded manually, because Node 20 cannot import
 * `.wasm` files.
 */
export async function openSchemaEngine(
  connectionString: string,
): Promise<{ engine: SchemaEngine; close(): Promise<void> }> {
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bindings = (await import(
    '@prisma/schema-engine-wasm/schema_engine_bg'
  )) as unknown as Bindings
  const { instance } = await WebAssembly.instantiate(
    readFileSync(join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    },
  )
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const pool = new Pool({ connectionString })
  pool.on('error', () => {})
  const adapter = bindMigrationAwareSqlAdapterFactory(new UnsplitScripts(pool))
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  const close = async () => {
    engine.free()
    await pool.end()
  }
  return { engine, close }
}

// The adapter splits scripts at every semicolon, even inside comments and function bodies; the
// server accepts them whole and runs each migration in one transaction.
class UnsplitScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = (script) =>
      runPatiently((sql) => adapter.underlyingDriver().query(sql), script)
    return adapter
  }
}

/** No tables are managed externally. */
export const ownTablesOnly = { externalTables: [], externalEnums: [] }
