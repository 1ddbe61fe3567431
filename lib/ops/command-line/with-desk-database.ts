import type { RoleUrls } from '../database/roles'
import { operatorEnv } from '../start/operator-env'
import { openDataFolder } from '../start/data-folder'
import { type Database, openDatabase, prepareDatabase, runningDatabase } from '../start/database'
import { servingVariables } from '../start/serving-variables'

/**
 * Runs an operator's command on the desk's database: that of a running desk, an embedded PostgreSQL
 * started for the purpose, or the operator's own server. The environment is then that of a serving
 * process.
 */
export async function withDeskDatabase<T>(work: (urls: RoleUrls) => Promise<T>): Promise<T> {
  const env = operatorEnv()
  const deskData = openDataFolder(env.DATA_DIR)
  const running = env.DATABASE_URL ? null : runningDatabase(deskData)
  const database: Database = running ?? (await openDatabase(env, deskData))
  try {
    if (!running) await prepareDatabase(database.urls, { newerSchema: env.NEWER_SCHEMA })
    Object.assign(process.env, servingVariables(env, deskData, database))
    return await work(database.urls)
  } finally {
    await database.stop()
  }
}
