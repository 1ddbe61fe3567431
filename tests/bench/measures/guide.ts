import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Effort, callOnce, load } from '../load'
import type { Served } from '../serve'

/** Answers a second of the guide's page, and of a file of the same size from the same server. */
export type GuideBesideFile = { guide: number; file: number; bytes: number }

const headers = { 'accept-encoding': 'br' }
const page = '/guide/sim/in-store?carrier=china-mobile&region=CN-SH'

/**
 * Puts a file as large as the guide's page, as it goes over the line, among what was built; the
 * next process serves it.
 */
export async function placeFile({ address }: Served, tree: string): Promise<number> {
  const { bytes } = await callOnce(address, { path: page, headers })
  mkdirSync(join(tree, '.next/static/bench'), { recursive: true })
  writeFileSync(join(tree, '.next/static/bench/page.bin'), Buffer.alloc(bytes, 'a'))
  return bytes
}

/** In turns, so that what else the machine does meets both. */
export async function measureGuide(
  { address }: Served,
  bytes: number,
  { seconds, warm, quickly }: Effort,
): Promise<GuideBesideFile> {
  const sums = { guide: 0, file: 0 }
  const rounds = quickly ? 2 : 4
  for (let round = 0; round < rounds; round += 1)
    for (const which of ['guide', 'file'] as const) {
      const timed = await load(
        address,
        () => ({ path: which === 'guide' ? page : '/_next/static/bench/page.bin', headers }),
        { seconds, ...(warm && { warm }) },
      )
      if (timed.bad) throw new Error(`${which}: ${timed.bad} calls were refused`)
      sums[which] += timed.perSecond / rounds
    }
  return { ...sums, bytes }
}
