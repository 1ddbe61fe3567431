import 'server-only'

/**
 * An action whose last argument must be a form: actions can be called with any values, whatever
 * their types say. `malformed` is the answer to those.
 */
export const takingForm =
  <T>(malformed: T, work: (form: FormData) => Promise<T>) =>
  async (...given: unknown[]): Promise<T> => {
    const form = given.at(-1)
    return form instanceof FormData ? work(form) : malformed
  }
