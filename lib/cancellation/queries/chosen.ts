import { type Chosen, bulkLimit } from '../bulk'
import { type ListedRequest, listRequests, listedByReference } from './list'
import { type Viewing, viewNamed } from './views'

const atOnce = 500

/** The requests that are meant, as a list shows them, in its order, some hundreds at a time: those of the viewing's stores alone. */
export async function* chosenPages(viewing: Viewing, chosen: Chosen): AsyncGenerator<ListedRequest[]> {
  if ('rows' in chosen) {
    yield listedByReference(viewing.stores, chosen.rows.map(({ reference }) => reference))
    return
  }
  const { view, store: _, ...filter } = chosen.all
  for (let cursor: string | undefined; ; ) {
    const page = await listRequests({ stores: viewing.stores, ...filter, ...(view && { view: viewNamed(view, viewing) }), cursor, limit: atOnce })
    yield page.items
    if (!page.next) return
    cursor = page.next
  }
}

/** The same as one list, at most 10,000: to be worked on. */
export async function chosenRequests(viewing: Viewing, chosen: Chosen): Promise<ListedRequest[]> {
  const found: ListedRequest[] = []
  for await (const page of chosenPages(viewing, chosen)) {
    found.push(...page)
    if (found.length >= bulkLimit) break
  }
  return found.slice(0, bulkLimit)
}
