/**
 * An error whose words are this product's own and hold no value of anybody: they may be kept and
 * logged as they are.
 */
export class PlainError extends Error {}

/** What may be written down of an error, in a log or a table. */
export type ToldError = { type: string; code?: string; message?: string; stack?: string }

type Known = Error & { code?: unknown; cause?: { code?: unknown } }

// Codes of Node.js, of the database and its client; a value that somebody typed has other letters,
// or is longer.
const codes = /^(?:[A-Z][A-Z0-9_]{1,60}|[0-9A-Z]{5})$/
const codeOf = (value: unknown) =>
  typeof value === 'string' && codes.test(value) ? value : undefined

/**
 * An error without the words of whoever it came from: a mail server quotes the address that it
 * refuses, a parser what it stumbled at, a database the row that was there already. Kept are its
 * type, its code and where in the code it arose; of an error of our own its message too.
 */
export function toldOf(error: unknown): ToldError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, code, cause } = error as Known
  const told = codeOf(code) ?? codeOf(cause?.code)
  const ours = error instanceof PlainError || (error.constructor === Error && code === undefined)
  const frames = stack?.split('\n').filter((line) => /^ +at /.test(line))
  return {
    type: name,
    ...(told && { code: told }),
    ...(ours && { message }),
    ...(frames?.length && { stack: frames.join('\n') }),
  }
}

/** The same in one short line: the message of an error of our own, else its type and code. */
export function faultOf(error: unknown): string {
  const { type, code, message } = toldOf(error)
  return (message ?? [type, code].filter(Boolean).join(' ')).slice(0, 200)
}
