import { spawnSync } from 'node:child_process'
import { existsSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/** Runs `npm ci` when node_modules is missing or older than the lock file. */
export async function installDependencies(root) {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return

  console.error('• Installing dependencies (once; a minute or two)…')
  // --include=dev: under NODE_ENV=production npm would omit build dependencies. Output goes to
  // standard error, because some commands print only a value on standard output.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
  if (error || status !== 0) {
    throw new Error(
      'Installing the dependencies failed: read what npm says above, see that its registry is ' +
        'reachable, and run the command again.',
    )
  }
  utimesSync(installed, new Date(), new Date())
}
