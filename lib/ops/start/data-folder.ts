import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Problem, messageOf } from '../command-line/problem'
import { isAlive } from './stop-process'

/** Creates the data folder if it is missing, and checks that it is writable. */
export function openDataFolder(folder: string): string {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Problem(
      `The data folder ${path} cannot be written (${messageOf(error)}): give this user the ` +
        'right to it, or set DATA_DIR to another folder.',
    )
  }
  return path
}

/**
 * Locks the data folder for one desk; returns the function that releases it. A killed desk's lock
 * is taken over.
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'desk.pid')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : null
  if (holder && holder !== process.pid && isAlive(holder) && isDesk(holder)) {
    throw new Problem(
      `A desk already runs on ${folder} (process ${holder}): stop it first, or set DATA_DIR ` +
        'to another folder.',
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

// After a reboot the pid may belong to another program.
function isDesk(pid: number) {
  const commandLine = `/proc/${pid}/cmdline`
  return (
    !existsSync('/proc/self/cmdline') ||
    (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('launch.mjs'))
  )
}
