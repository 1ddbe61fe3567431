import type { Channel, Circumstance, Relation } from '@/lib/domain/coded-values'
import { type Phase, phaseOf } from '@/lib/domain/step-kinds'
import type { GuideMaterial, GuideStep } from './schemas'

type Narrowing = { carrier: string | null; region: string | null }

/**
 * The narrowest matching guide: carrier and region, then carrier, then region, then the general
 * one.
 */
export function narrowest<G extends Narrowing>(
  guides: readonly G[],
  carrier: string | null,
  region: string | null,
): G | null {
  const fits = guides.filter(
    (guide) => (guide.carrier ?? carrier) === carrier && (guide.region ?? region) === region,
  )
  const narrowness = (guide: Narrowing) => (guide.carrier ? 2 : 0) + (guide.region ? 1 : 0)
  return fits.reduce<G | null>(
    (best, guide) => (best && narrowness(best) >= narrowness(guide) ? best : guide),
    null,
  )
}

/** What would apply to a guide's carrier and region without it; null for a general guide. */
export const widerThan = <G extends Narrowing>(
  guides: readonly G[],
  { carrier, region }: Narrowing,
): G | null =>
  narrowest(
    guides.filter((guide) => guide.carrier !== carrier || guide.region !== region),
    carrier,
    region,
  )

/**
 * A level of the resolution: the guide `applies`, is `wider` than the one that applies, or is
 * missing (`none`), `never_published` or `retired`.
 */
export type Rung = Narrowing & { why: 'applies' | 'wider' | 'none' | 'never_published' | 'retired' }

/** The four levels for a carrier and a region, narrowest first. */
export function resolution<
  G extends Narrowing & { id: string; retired: boolean; revision: number | null },
>(
  guides: readonly G[],
  carrier: string,
  region: string,
): (Rung & { id: string | null; revision: number | null })[] {
  const places = [
    { carrier, region },
    { carrier, region: null },
    { carrier: null, region },
    { carrier: null, region: null },
  ]
  const applies = narrowest(
    guides.filter((guide) => !guide.retired && guide.revision !== null),
    carrier,
    region,
  )
  return places.map((place) => {
    const guide = guides.find((one) => one.carrier === place.carrier && one.region === place.region)
    const why = !guide
      ? 'none'
      : guide.retired
        ? 'retired'
        : guide.revision === null
          ? 'never_published'
          : guide === applies
            ? 'applies'
            : 'wider'
    return { ...place, id: guide?.id ?? null, revision: guide?.revision ?? null, why }
  })
}

export const stepPhase = (step: GuideStep, channel: Channel): Phase =>
  step.kind === 'instruction' ? (step.phase ?? 'before_review') : phaseOf(step.kind, channel)

/**
 * The materials requested from this applicant in these circumstances, except those that are never
 * noted.
 */
export const materialsToNote = (
  materials: readonly GuideMaterial[],
  relation: Relation,
  circumstances: readonly Circumstance[],
) =>
  materials.filter(({ notNoted, askedOf, when, unless }) => {
    const here = (named: readonly Circumstance[]) =>
      named.some((circumstance) => circumstances.includes(circumstance))
    return (
      !notNoted &&
      (!askedOf || askedOf.includes(relation)) &&
      (!when || here(when)) &&
      !(unless && here(unless))
    )
  })
