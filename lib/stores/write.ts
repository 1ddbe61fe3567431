import { clashedIndex, database } from '@/lib/db/client'
import { type Result, done, refused } from '@/lib/result'

export type NewStore = { code: string; nameZh: string; nameEn: string; addressZh: string; addressEn: string; phone: string; region: string; servesRegions?: string[] }

/** A store; without a list it serves every region (P11). Refused: `code_taken`, `region_unknown`. */
export async function createStore({ servesRegions, ...store }: NewStore): Promise<Result<{ id: string }>> {
  const regions = (await database().region.findMany({ select: { code: true } })).map(({ code }) => code)
  const served = servesRegions ?? regions
  if (![store.region, ...served].every((code) => regions.includes(code))) return refused({ code: 'region_unknown' })
  try {
    const { id } = await database().store.create({ data: { ...store, servesRegions: served } })
    return done({ id })
  } catch (error) {
    if (clashedIndex(error) !== null) return refused({ code: 'code_taken' })
    throw error
  }
}
