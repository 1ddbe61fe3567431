/**
 * Something that the operator can mend: its message is one sentence with the cure, shown without a
 * stack.
 */
export class Problem extends Error {}

/** The message of an error that may be anything. */
export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error)

/**
 * Ends the process on an error: a Problem with its sentence alone, anything else with its stack.
 */
export function failWith(error: unknown): never {
  console.error(error instanceof Problem ? `✗ ${error.message}` : error)
  process.exit(1)
}
