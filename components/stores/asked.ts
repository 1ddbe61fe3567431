import type { Named } from '@/lib/carriers/queries'

/** A lost card is a physical one that does not come back (P4). */
export const askedCards = ['sim', 'esim', 'lost'] as const

/** What somebody who looks for a store asks for; what is empty is not asked. */
export type Asked = {
  carrier: string
  region: string
  card: (typeof askedCards)[number]
  place: string
}

/** What is asked in an address; what is unknown counts as not asked. */
export function askedIn(
  query: URLSearchParams,
  known: { carriers: readonly Named[]; regions: readonly Named[]; places: readonly string[] },
): Asked {
  const one = (name: string, values: readonly string[]) => {
    const value = query.get(name) ?? ''
    return values.includes(value) ? value : ''
  }
  const codes = (rows: readonly Named[]) => rows.map(({ code }) => code)
  return {
    carrier: one('carrier', codes(known.carriers)),
    region: one('region', codes(known.regions)),
    card: askedCards.find((card) => card === query.get('card')) ?? 'sim',
    place: one('place', known.places),
  }
}

/** The case, without the place, for the address of a store's own page: `?carrier=…&region=…`. */
export function caseQuery({ carrier, region, card }: Omit<Asked, 'place'>): string {
  const query = new URLSearchParams({
    ...(carrier && { carrier }),
    ...(region && { region }),
    ...(card !== 'sim' && { card }),
  }).toString()
  return query && `?${query}`
}

export const cardTypeOf = (card: Asked['card']) => (card === 'esim' ? 'esim' : 'sim')
