import { type Desk, deskOf } from './desk'
import { quieterOf } from './load'
import type { Measured } from './measures/pages'
import type { Asked } from './pages-at'

/**
 * The pages of the smallest and the largest size, those from constants at the largest, and the
 * memory of both processes (MB).
 */
export type PagesInTurns = {
  first: Measured[]
  last: Measured[]
  constant: Measured[]
  memory: number[]
}

/** Those that are held against the same from constants: desk, status. */
const heldAgainstConstant = /first page|^request|status/

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
 * Each page at both sizes and from constants, by turns: minutes apart, what the machine does
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
  const found: PagesInTurns = { first: [], last: [], constant: [], memory: [] }
  for (const page of await ask<string[]>(large, { what: 'names' })) {
    const [one, other, flat]: [Measured[], Measured[], Measured[]] = [[], [], []]
    for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
      one.push(await ask<Measured>(small, { what: 'measure', page }))
      other.push(await ask<Measured>(large, { what: 'measure', page }))
      if (heldAgainstConstant.test(page))
        flat.push(await ask<Measured>(large, { what: 'measure', page, flat: true }))
    }
    for (const all of overall(one))
      found.first.push({ ...all, ...(await ask<Partial<Measured>>(small, { what: 'plan', page })) })
    for (const all of overall(other))
      found.last.push({ ...all, ...(await ask<Partial<Measured>>(large, { what: 'plan', page })) })
    found.constant.push(...overall(flat))
  }
  for (const desk of [small, large]) found.memory.push(await ask<number>(desk, { what: 'memory' }))
  await Promise.all([small.end(), large.end()])
  return found
}
