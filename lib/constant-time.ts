import { timingSafeEqual } from 'node:crypto'

/** Compares two texts in constant time, as far as their lengths are equal. */
export function sameInConstantTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
