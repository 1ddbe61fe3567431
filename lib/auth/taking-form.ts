import 'server-only'

/**
 * An action that takes a form, as the last of what its page sends, and nothing else: anybody can
 * call an action with any values, whatever its types say. `malformed` answers them.
 */
export const takingForm =
  <T>(malformed: T, work: (form: FormData) => Promise<T>) =>
  async (...given: unknown[]): Promise<T> => {
    const form = given.at(-1)
    return form instanceof FormData ? work(form) : malformed
  }
