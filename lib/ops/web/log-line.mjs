/**
 * Writes one line of the log, as the rest of the desk does (lib/log.ts): JSON on standard error.
 * @param {'warn' | 'error'} level
 * @param {string} event what happened, by a name that stays
 * @param {Record<string, unknown>} more never an address or anything that was typed
 */
export function logLine(level, event, more) {
  const line = { level: level === 'warn' ? 40 : 50, time: Date.now(), event, ...more }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
