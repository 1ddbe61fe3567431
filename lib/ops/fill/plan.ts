import { chance } from './people'
import type { FilledStore } from './places'
import type { Template } from './templates'

/** What the lines of a fill share: each makes every `lines`-th batch. */
export type FillPlan = {
  requests: number
  serialFrom: number
  from: number
  now: number
  lines: number
  templates: Template[]
  stores: FilledStore[]
}

/**
 * Requests that are written together: of more, what they are made of grows old and is moved about
 * in memory before it goes.
 */
export const batchSize = 80

// Roughly the subscribers of mainland China's carriers.
const mix: Record<string, number> = {
  'china-mobile': 0.55,
  'china-telecom': 0.24,
  'china-unicom': 0.19,
  'china-broadnet': 0.02,
}
const liveFor = 21 * 86_400_000

/**
 * Which template request number `place` follows, where, and about when: spread over the whole time,
 * live ones at its end alone.
 */
export function placeInPlan(
  { requests, from, now, templates, stores }: FillPlan,
  place: number,
): { template: Template; store: FilledStore; wanted: number } {
  const wanted = from + ((now - from) * (place + 1)) / requests
  const fitting = templates.filter(({ live }) => live === now - wanted < liveFor)
  const carriers = Object.keys(mix).filter((carrier) =>
    fitting.some((template) => template.carrier === carrier),
  )
  const total = carriers.reduce((sum, carrier) => sum + (mix[carrier] ?? 0), 0)
  let left = chance(place * 3 + 1) * total
  const carrier =
    carriers.find((name) => {
      left -= mix[name] ?? 0
      return left < 0
    }) ?? carriers[0]
  const ofCarrier = fitting.filter((template) => template.carrier === carrier)
  return {
    template: ofCarrier[Math.floor(chance(place * 3 + 2) * ofCarrier.length)] as Template,
    store: stores[Math.floor(chance(place * 3 + 3) * stores.length)] as FilledStore,
    wanted,
  }
}
