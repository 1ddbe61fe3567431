import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { Problem } from '../command-line/problem'

/** The user that PostgreSQL runs as; empty: the current one. */
export type Owner = { uid: number; gid: number } | Record<string, never>

const idOf = (flag: '-u' | '-g', name: string) => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : null
}

function accountNamed(name: string) {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid === null || gid === null ? null : { uid, gid }
}

/**
 * PostgreSQL refuses to run as root: it then runs as `postgres`, created if missing, else as
 * `nobody`.
 */
export function clusterOwner(): Owner {
  if (process.getuid?.() !== 0) {
    requireAccountEntry()
    return {}
  }
  const known = accountNamed('postgres')
  if (known) return known
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const owner = accountNamed('postgres') ?? accountNamed('nobody')
  if (!owner)
    throw new Problem(
      'PostgreSQL cannot run as root: create a user named postgres, or start the desk as an ' +
        'ordinary user.',
    )
  return owner
}

function requireAccountEntry() {
  try {
    userInfo()
  } catch {
    throw new Problem(
      `User ${process.getuid?.()} has no entry in /etc/passwd, without which PostgreSQL does ` +
        'not start: add one, or set DATABASE_URL to a server of your own.',
    )
  }
}
