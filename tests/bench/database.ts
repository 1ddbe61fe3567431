import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOperatorEnv } from '@/lib/env'
import { fill, refreshStatistics } from '@/lib/ops/fill/run'
import { clusterUrl } from '@/lib/ops/postgres/cluster'
import { type Database, openDatabase, prepareDatabase } from '@/lib/ops/start/database'
import { keptSecret } from '@/lib/ops/start/secrets'
import { seedWhenEmpty } from '@/lib/ops/start/seed'
import { servingVariables } from '@/lib/ops/start/serving-variables'
import { orderLibrary, prepareNoting } from './statement-log'

export const benchPassword = 'a password of the bench'

/**
 * The database of a size in a folder of its own, on the embedded PostgreSQL as `npm start` has it
 * (fsync on); filled the first time, and found again after that. The environment is then that of a
 * serving process. `stop` ends the server.
 */
export async function filledDatabase(folder: string, size: number, say: (line: string) => void) {
  const data = join(folder, String(size))
  mkdirSync(data, { recursive: true })
  chmodSync(folder, 0o755)
  chmodSync(data, 0o755)
  const operator = readOperatorEnv({ NODE_ENV: 'production', DATA_DIR: data, PORT: '3000' })
  let opened = await openDatabase(operator, data)
  if (await orderLibrary(superuserOf(data, opened))) {
    await opened.stop()
    opened = await openDatabase(operator, data)
  }
  const superuser = superuserOf(data, opened)
  await prepareNoting(superuser)
  await prepareDatabase(opened.urls)
  const variables = servingVariables(operator, data, opened)
  Object.assign(process.env, { NODE_ENV: 'production' }, variables)
  const noted = join(data, 'filled')
  if (!existsSync(noted)) {
    await seedWhenEmpty({
      withDemo: true,
      deskData: data,
      demoPassword: benchPassword,
      say: () => {},
    })
    let shown = 0
    const done = await fill(size, new Date(), opened.urls.owner, ({ requests, seconds }) => {
      if (seconds - shown < 20) return
      shown = seconds
      say(`  ${requests} of ${size}, ${Math.round(requests / seconds)} a second`)
    })
    await refreshStatistics(opened.urls.owner)
    writeFileSync(noted, JSON.stringify(done))
  }
  return {
    ...opened,
    variables,
    server: { log: join(data, 'postgres.log'), superuser, app: opened.urls.app },
    filled: JSON.parse(readFileSync(noted, 'utf8')) as {
      requests: number
      events: number
      seconds: number
    },
  }
}

const superuserOf = (data: string, { urls }: Pick<Database, 'urls'>) => {
  const port = Number(new URL(urls.owner).port)
  return clusterUrl(port, 'postgres', keptSecret(data, 'postgres'), 'postgres')
}
