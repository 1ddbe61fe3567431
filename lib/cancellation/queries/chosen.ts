import { setImmediate as afterThisTurn } from 'node:timers/promises'
import { type Chosen, bulkLimit } from '../rules/bulk'
import { type ListedRequest, listedByReference, listedVersions, pageToOpen } from './list'
import { type Viewing, viewNamed } from './views'

// Each page is a statement: with 75 requests each it took twice as long to find a hundred thousand,
// with 600 hardly less.
const pageSize = 300

/**
 * The requests that are meant, as a list shows them, in its order, some hundreds at a time: those
 * of the viewing's stores alone.
 */
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
    pageToOpen({ ...listOf(viewing, chosen), cursor, limit: atOnce })
  // The database looks for a page while the one before is opened and read.
  for (let coming: ReturnType<typeof pageAfter> | null = pageAfter(); coming; ) {
    const { items, next }: Awaited<ReturnType<typeof pageAfter>> = await coming
    coming = next ? pageAfter(next) : null
    coming?.catch(() => {})
    // So that the question has left before this page keeps the process busy.
    await afterThisTurn()
    yield await items()
  }
}

/**
 * The same to be worked on, at most 10,000: chosen one by one with the version that was seen, so
 * that one which has changed since is refused.
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
