import { setImmediate as afterThisTurn } from 'node:timers/promises'
import { type Chosen, bulkLimit } from '../rules/bulk'
import { type ListedRequest, listedByReference, listedVersions, lazyPage } from './list'
import { type Viewing, viewNamed } from './views'

// Each page is one statement: with 75 requests per page, finding 100,000 took twice as long; with
// 600, hardly less.
const pageSize = 300

/** The selected requests in list order, page by page, limited to the viewer's stores. */
export async function* chosenPages(
  viewing: Viewing,
  chosen: Chosen,
  atOnce = pageSize,
): AsyncGenerator<ListedRequest[]> {
  if ('rows' in chosen) {
    yield listedByReference(
      viewing.stores,
      chosen.rows.map(({ reference }) => reference),
    )
    return
  }
  const pageAfter = (cursor?: string) =>
    lazyPage({ ...listOf(viewing, chosen), cursor, limit: atOnce })
  // Prefetch: the database searches for the next page while the current one is decrypted and read.
  for (let coming: ReturnType<typeof pageAfter> | null = pageAfter(); coming; ) {
    const { items, next }: Awaited<ReturnType<typeof pageAfter>> = await coming
    coming = next ? pageAfter(next) : null
    coming?.catch(() => {})
    // Let the next query be sent before this page blocks the event loop.
    await afterThisTurn()
    yield await items()
  }
}

/**
 * The selection for a bulk action, at most 10,000. Rows selected one by one carry the version that
 * was seen, so that a request that changed since is refused.
 */
export async function chosenVersions(
  viewing: Viewing,
  chosen: Chosen,
): Promise<{ reference: string; version: number }[]> {
  return 'rows' in chosen
    ? chosen.rows
    : listedVersions({ ...listOf(viewing, chosen), limit: bulkLimit })
}

const listOf = (
  viewing: Viewing,
  { all: { view, store: _, ...filter } }: Extract<Chosen, { all: object }>,
) => ({ stores: viewing.stores, ...filter, ...(view && { view: viewNamed(view, viewing) }) })
