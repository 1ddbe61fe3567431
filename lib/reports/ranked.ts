export type Ranked = { code: string; count: number }

/** Sums the counts per code, most frequent first. */
export function ranked(counts: readonly Ranked[]): Ranked[] {
  const sums = new Map<string, number>()
  for (const { code, count } of counts) sums.set(code, (sums.get(code) ?? 0) + count)
  return [...sums]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))
}
