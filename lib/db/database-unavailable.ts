// SQLSTATE classes and codes (PostgreSQL, Appendix A) of a server that cannot serve now, however
// right the statement is: connections (08), no room or memory (53), operator's intervention (57), a
// lock that did not come (55P03), the system (58).
const awayStates = /^(?:08|53|57|58)\w{3}$|^55P03$/
const awayKinds = [
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
]
// Prisma's own: not reached, timed out, closed, no connection free, no transaction begun in time or
// it was cut.
const awayCodes = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]
const awayWords =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

/**
 * Whether something failed because the database cannot serve at the moment: the same again may well
 * go through a little later.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, kind, message, cause, meta } = error as {
    code?: unknown
    kind?: unknown
    message?: unknown
    cause?: unknown
    meta?: { driverAdapterError?: unknown }
  }
  return (
    (typeof code === 'string' && (awayCodes.includes(code) || awayStates.test(code))) ||
    (typeof kind === 'string' && awayKinds.includes(kind)) ||
    (typeof message === 'string' && awayWords.test(message)) ||
    isDatabaseUnavailable(cause) ||
    isDatabaseUnavailable(meta?.driverAdapterError)
  )
}
