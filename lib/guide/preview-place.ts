type Place = { carrier: string | null; region: string | null }
type Known = { carriers: readonly { code: string }[]; regions: readonly { code: string }[] }

/**
 * Where a preview of a guide is read: the carrier and home region that were asked for, as far as
 * the guide leaves them open. The guide's page takes both or none: what lacks is the first there
 * is. Null for the page as it is before anybody has chosen.
 */
export function previewPlace(
  guide: Place,
  asked: { carrier?: string | null; region?: string | null },
  { carriers, regions }: Known,
): { carrier: string; region: string } | null {
  const known = (list: readonly { code: string }[], code: string | null | undefined) =>
    list.find((one) => one.code === code)?.code
  const carrier = guide.carrier ?? known(carriers, asked.carrier)
  const region = guide.region ?? known(regions, asked.region)
  if (!carrier && !region) return null
  const [first, second] = [carrier ?? carriers[0]?.code, region ?? regions[0]?.code]
  return first && second ? { carrier: first, region: second } : null
}
