import { chance } from './people'
import type { FilledStore } from './places'
import type { Template } from './templates'

/** The plan that the workers of a fill share: each makes every `lines`-th batch. */
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
 * Requests written together: larger batches are promoted to the old generation before they are
 * written.
 */
export const batchSize = 80

// Approximate market shares of mainland China's carriers.
const mix: Record<string, number> = {
  'china-mobile': 0.55,
  'china-telecom': 0.24,
  'china-unicom': 0.19,
  'china-broadnet': 0.02,
}
const liveFor = 21 * 86_400_000

/**
 * The template, store and approximate opening of request number `place`: spread over the whole
 * period, live ones only at its end.
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
