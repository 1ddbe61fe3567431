const oldest = [20, 19]

/** Throws a one-sentence remedy when this Node version is too old. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldest
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `Node ${version} is too old: install Node ${oldest.join('.')} or newer ` +
      '(https://nodejs.org) and run the command again.',
  )
}
