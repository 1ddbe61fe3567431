const zero = '00000000-0000-0000-0000-000000000000'

/** How many rows a job reads at a time. */
export const batch = 500

/**
 * Goes through rows in the order of their ids, `batch` of them at a time; `read` gives those after
 * an id.
 */
export async function* inBatches<R extends { id: string }>(
  read: (after: string) => Promise<R[]>,
): AsyncGenerator<R> {
  for (let after = zero; ; ) {
    const rows = await read(after)
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)?.id ?? zero
  }
}
