import { readFileSync, statSync } from 'node:fs'

type Where = {
  MASTER_KEY?: string | undefined
  MASTER_KEY_OLD?: string | undefined
  MASTER_KEY_FILE?: string | undefined
}

const keysIn = (text: string) =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((key) => Buffer.from(key, 'base64url'))
const lookEveryMs = 1000

/**
 * The master keys, the newest first: those of the environment, or of a file with one a line, which
 * is read again when it has changed, so that a key can be replaced while the desk runs (looked at
 * once a second at most).
 */
export function keyRing({
  MASTER_KEY = '',
  MASTER_KEY_OLD = '',
  MASTER_KEY_FILE: file,
}: Where): () => readonly Uint8Array[] {
  if (!file) {
    const fixed = keysIn(`${MASTER_KEY} ${MASTER_KEY_OLD}`)
    return () => fixed
  }
  let [keys, changedAt, lookedAt] = [
    keysIn(readFileSync(file, 'utf8')),
    statSync(file).mtimeMs,
    Date.now(),
  ]
  return () => {
    if (Date.now() - lookedAt < lookEveryMs) return keys
    lookedAt = Date.now()
    const now = statSync(file).mtimeMs
    if (now !== changedAt) [keys, changedAt] = [keysIn(readFileSync(file, 'utf8')), now]
    return keys
  }
}
