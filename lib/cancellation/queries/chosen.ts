import { type Chosen, bulkLimit } from '../bulk'
import { type ListedRequest, listRequests, listedByReference } from './list'
import { type Viewing, viewNamed } from './views'

/** The requests that are meant, as a list shows them, in its order: those of the viewing's stores alone, at most 10,000. */
export async function chosenRequests(viewing: Viewing, chosen: Chosen): Promise<ListedRequest[]> {
  if ('rows' in chosen) return listedByReference(viewing.stores, chosen.rows.map(({ reference }) => reference))
  const { view, store: _, ...filter } = chosen.all
  const found: ListedRequest[] = []
  for (let cursor: string | undefined; found.length < bulkLimit; ) {
    const page = await listRequests({ stores: viewing.stores, ...filter, ...(view && { view: viewNamed(view, viewing) }), cursor, limit: 500 })
    found.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  return found.slice(0, bulkLimit)
}
