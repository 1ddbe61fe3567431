// SQLSTATE classes and codes (PostgreSQL, Appendix A) of an unavailable server: connection (08),
// insufficient resources (53), operator intervention (57), lock not available (55P03), system (58).
const awayStates = /^(?:08|53|57|58)\w{3}$|^55P03$/
const awayKinds = [
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
]
// Prisma's codes for: unreachable, timeout, connection closed, pool timeout, transaction timeout.
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

/** Whether an error means that the database is unavailable, so that a retry may succeed. */
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
