import { type Desk, deskOf } from './desk'
import { quieterOf } from './load'
import { type Measured, emptyPage } from './measures/pages'
import type { Asked } from './pages-at'

/**
 * The pages at the smallest and the largest size, the empty page beside each of them at the
 * largest, and the memory of both processes (MB).
 */
export type PagesInTurns = {
  first: Measured[]
  last: Measured[]
  empty: Measured[]
  memory: number[]
}

/**
 * How often each page has its turn, a second each: the 95th percentile of a second is that of one
 * or two answers.
 */
export const rounds = 5

/**
 * What its rounds say of a page: the 95th percentile of the quietest, and the pace of all of them,
 * since each of those it is held against had its turn beside it.
 */
const overall = (measured: readonly Measured[]): Measured[] => {
  const quietest = measured.reduce<Measured | undefined>(quieterOf, undefined)
  return quietest
    ? [
        {
          ...quietest,
          perSecond: measured.reduce((sum, { perSecond }) => sum + perSecond, 0) / measured.length,
        },
      ]
    : []
}

/**
 * Each page at both sizes and beside the empty page, by turns: minutes apart, what the machine does
 * meanwhile would tell more than the size.
 */
export async function pagesInTurns(
  folder: string,
  tree: string,
  [first, last]: readonly [number, number],
  quick: boolean,
): Promise<PagesInTurns> {
  const [small, large] = await Promise.all(
    [first, last].map((size) =>
      deskOf('pages-at', folder, tree, String(size), quick ? 'quickly' : ''),
    ),
  )
  if (!small || !large) throw new Error('two desks are held against each other')
  const ask = <T>(desk: Desk, asked: Asked) => desk.ask<T>(asked)
  const found: PagesInTurns = { first: [], last: [], empty: [], memory: [] }
  for (const page of await ask<string[]>(large, { what: 'names' })) {
    const [one, other, beside]: [Measured[], Measured[], Measured[]] = [[], [], []]
    for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
      one.push(await ask<Measured>(small, { what: 'measure', page }))
      other.push(await ask<Measured>(large, { what: 'measure', page }))
      if (page !== emptyPage)
        beside.push(await ask<Measured>(large, { what: 'measure', page: emptyPage, beside: page }))
    }
    for (const all of overall(one))
      found.first.push({ ...all, ...(await ask<Partial<Measured>>(small, { what: 'plan', page })) })
    for (const all of overall(other))
      found.last.push({ ...all, ...(await ask<Partial<Measured>>(large, { what: 'plan', page })) })
    found.empty.push(...overall(beside).map((empty) => ({ ...empty, what: page })))
  }
  for (const desk of [small, large]) found.memory.push(await ask<number>(desk, { what: 'memory' }))
  await Promise.all([small.end(), large.end()])
  return found
}
