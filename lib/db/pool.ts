import { type CustomTypesConfig, Pool, types } from 'pg'
import { servingEnv } from '@/lib/env'
import { log } from '@/lib/log'

const connections = 10

// A day stays the text `YYYY-MM-DD`: `pg` would make it midnight in the process's own zone.
const asText = (text: string) => text
const parsers = {
  getTypeParser: (id: number, format?: 'text') =>
    id === types.builtins.DATE ? asText : types.getTypeParser(id, format),
} as CustomTypesConfig

const holder = globalThis as { deskPool?: Pool }

/** The connection pool of this process, as the app's role; a new one after the old was ended. */
export function pool(): Pool {
  if (!holder.deskPool || holder.deskPool.ending) holder.deskPool = opened()
  return holder.deskPool
}

function opened(): Pool {
  const made = new Pool({
    connectionString: servingEnv().DATABASE_URL,
    max: connections,
    connectionTimeoutMillis: 5000,
    allowExitOnIdle: true,
    types: parsers,
  })
  // An idle connection may break at any time; the pool replaces it.
  made.on('error', ({ message }) =>
    log.warn({ reason: message }, 'an idle connection to the database was lost'),
  )
  return made
}
