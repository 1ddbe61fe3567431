/**
 * An error with a message of our own that contains no personal value, so that it may be stored and
 * logged.
 */
export class PlainError extends Error {}

/** The part of an error that may be logged or stored. */
export type LoggableError = { type: string; code?: string; message?: string; stack?: string }

type Known = Error & { code?: unknown; cause?: { code?: unknown } }

// Codes of Node.js, PostgreSQL and its client; typed values contain other characters or are longer.
const codes = /^(?:[A-Z][A-Z0-9_]{1,60}|[0-9A-Z]{5})$/
const codeOf = (value: unknown) =>
  typeof value === 'string' && codes.test(value) ? value : undefined

/**
 * An error without third-party messages: a mail server quotes the refused address, a parser its
 * input, a database the conflicting row. Keeps type, code and stack; of our own errors the message
 * too.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, code, cause } = error as Known
  const loggedCode = codeOf(code) ?? codeOf(cause?.code)
  const isOwn = error instanceof PlainError || (error.constructor === Error && code === undefined)
  const frames = stack?.split('\n').filter((line) => /^ +at /.test(line))
  return {
    type: name,
    ...(loggedCode && { code: loggedCode }),
    ...(isOwn && { message }),
    ...(frames?.length && { stack: frames.join('\n') }),
  }
}

/** The same in one short line: the message of our own error, else type and code. */
export function faultOf(error: unknown): string {
  const { type, code, message } = loggableError(error)
  return (message ?? [type, code].filter(Boolean).join(' ')).slice(0, 200)
}
