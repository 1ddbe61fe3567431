import {
  type CarrierByCode,
  type Named,
  type Path,
  carrierByCode,
  carriersAndRegions,
  pathsOffered,
} from '@/lib/carriers/queries'

/** A carrier and a home region, how the carrier is called, and what it offers there. */
export type ChosenPlace = {
  carrier: CarrierByCode
  region: Named
  hotline: string
  offered: Path[]
}

/** The selected carrier and home region; null until both are valid. */
export async function chosenPlace(
  code: string | null,
  place: string | null,
): Promise<ChosenPlace | null> {
  if (!code || !place) return null
  const [carrier, { regions }] = await Promise.all([carrierByCode(code), carriersAndRegions()])
  const region = regions.find((one) => one.code === place)
  return carrier && region
    ? {
        carrier,
        region,
        hotline: carrier.hotline,
        offered: await pathsOffered(carrier.code, region.code),
      }
    : null
}
