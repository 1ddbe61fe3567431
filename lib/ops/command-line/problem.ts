/**
 * An error that the operator can fix: its message is one sentence with the remedy, shown without a
 * stack.
 */
export class Problem extends Error {}

/** The message of an error of any type. */
export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error)

/** Exits on an error: only the sentence of a Problem, the stack of anything else. */
export function failWith(error: unknown): never {
  console.error(error instanceof Problem ? `✗ ${error.message}` : error)
  process.exit(1)
}
