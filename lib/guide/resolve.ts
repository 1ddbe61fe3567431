import type { CardType, Channel, Circumstance, Relation } from '@/lib/cancellation/words'
import { type Phase, type StepKind, kindsDemanded, phaseOf } from './kinds'
import type { GuideContent, GuideMaterial, GuideStep } from './schemas'

type Narrowing = { carrier: string | null; region: string | null }

/** The narrowest guide that fits: carrier and region, then carrier, then region, then the one for everyone. */
export function narrowest<G extends Narrowing>(guides: readonly G[], carrier: string, region: string): G | null {
  const fits = guides.filter((guide) => (guide.carrier ?? carrier) === carrier && (guide.region ?? region) === region)
  const narrowness = (guide: Narrowing) => (guide.carrier ? 2 : 0) + (guide.region ? 1 : 0)
  return fits.reduce<G | null>((best, guide) => (best && narrowness(best) >= narrowness(guide) ? best : guide), null)
}

export const stepPhase = (step: GuideStep, channel: Channel): Phase =>
  step.kind === 'instruction' ? (step.phase ?? 'before_review') : phaseOf(step.kind, channel)

/** The materials asked of this applicant in these circumstances, those that the desk never notes left out. */
export const materialsToNote = (materials: readonly GuideMaterial[], relation: Relation, circumstances: readonly Circumstance[]) =>
  materials.filter(({ notNoted, askedOf, when, unless }) => {
    const here = (named: readonly Circumstance[]) => named.some((circumstance) => circumstances.includes(circumstance))
    return !notNoted && (!askedOf || askedOf.includes(relation)) && (!when || here(when)) && !(unless && here(unless))
  })

/** The kinds that this path demands and the guide lacks: it cannot be published while there are any. */
export function missingKinds(content: GuideContent, cardType: CardType, channel: Channel): StepKind[] {
  const present = new Set(content.steps.map((step) => step.kind))
  return kindsDemanded(cardType, channel).filter((kind) => !present.has(kind))
}
