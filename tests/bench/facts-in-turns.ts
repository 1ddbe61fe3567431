import { deskOf } from './desk'

/** Facts a second at two sizes. */
export type FactsInTurns = { size: number; perSecond: number }[]

/** How often each size has its turn, a second each. */
export const turns = 12

/**
 * Facts through the API at both sizes, a second each by turns, the best turn of each: measured with
 * the rest they would be minutes apart, and what the machine does meanwhile would tell more than
 * the size.
 */
export async function factsInTurns(
  folder: string,
  tree: string,
  sizes: readonly number[],
): Promise<FactsInTurns> {
  const desks = await Promise.all(
    sizes.map((size) => deskOf('facts-at', folder, tree, String(size))),
  )
  const best = sizes.map(() => 0)
  for (let turn = 0; turn < turns; turn += 1)
    for (const [place, desk] of desks.entries())
      best[place] = Math.max(best[place] ?? 0, await desk.ask<number>('turn'))
  await Promise.all(desks.map(({ end }) => end()))
  return sizes.map((size, place) => ({ size, perSecond: best[place] ?? 0 }))
}
