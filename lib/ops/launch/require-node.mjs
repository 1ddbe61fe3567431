const oldest = [20, 19]

/** Throws one sentence with the cure when this Node is older than the desk can run on. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldest
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `Node ${version} is too old: install Node ${oldest.join('.')} or newer (https://nodejs.org) and run the command again.`,
  )
}
