import { type Chosen, bulkLimit } from '../bulk'
import { type ListedRequest, listRequests, listedByReference, listedVersions } from './list'
import { type Viewing, viewNamed } from './views'

const atOnce = 75

/** The requests that are meant, as a list shows them, in its order, some hundreds at a time: those of the viewing's stores alone. */
export async function* chosenPages(viewing: Viewing, chosen: Chosen): AsyncGenerator<ListedRequest[]> {
  if ('rows' in chosen) {
    yield listedByReference(viewing.stores, chosen.rows.map(({ reference }) => reference))
    return
  }
  const pageAfter = (cursor?: string) => listRequests({ ...listOf(viewing, chosen), cursor, limit: atOnce })
  // The database looks for a page while its reader has the one before.
  for (let coming: ReturnType<typeof pageAfter> | null = pageAfter(); coming; ) {
    const { items, next }: Awaited<ReturnType<typeof pageAfter>> = await coming
    coming = next ? pageAfter(next) : null
    coming?.catch(() => {})
    yield items
  }
}

/** The same to be worked on, at most 10,000: chosen one by one with the version that was seen, so that one which has changed since is refused. */
export async function chosenVersions(viewing: Viewing, chosen: Chosen): Promise<{ reference: string; version: number }[]> {
  return 'rows' in chosen ? chosen.rows : listedVersions({ ...listOf(viewing, chosen), limit: bulkLimit })
}

const listOf = (viewing: Viewing, { all: { view, store: _, ...filter } }: Extract<Chosen, { all: object }>) => ({ stores: viewing.stores, ...filter, ...(view && { view: viewNamed(view, viewing) }) })
