import { z } from 'zod'
import { circumstances, relations } from '@/lib/domain/coded-values'
import { type StepKind, instructionPhases, stepKinds } from '@/lib/domain/step-kinds'

/** A text in both languages; both are required. */
export const bilingual = z.strictObject({
  zh: z.string().trim().min(1),
  en: z.string().trim().min(1),
})
export type Bilingual = z.infer<typeof bilingual>

const id = z.string().regex(/^[a-z][a-z0-9_]*$/)

export const reasonSchema = z.strictObject({ id, title: bilingual, text: bilingual })

export const materialSchema = z.strictObject({
  id,
  title: bilingual,
  text: bilingual,
  /** The relations that it is requested from; default: all. */
  askedOf: z.array(z.enum(relations)).optional(),
  /** Only requested in these circumstances; default: all. */
  when: z.array(z.enum(circumstances)).optional(),
  /** Not requested in these circumstances. */
  unless: z.array(z.enum(circumstances)).optional(),
  /** What it proves: such a material cannot be waived. */
  proves: z.enum(['identity', 'right_to_act']).optional(),
  /** Brought or known but never noted by the desk: the service password (F8). */
  notNoted: z.boolean().optional(),
})

const writtenStep = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  /** What the customer reads: on the guide's pages, the status page, slips and notices. */
  title: bilingual,
  text: bilingual,
  /** What the desk reads: what to do, on the request, in its history, in reports and the API. */
  staff: z.strictObject({ title: bilingual, text: bilingual }).optional(),
  /**
   * Steps that involve the customer form the public guide's numbered list; desk-only checks are
   * listed separately.
   */
  audience: z.enum(['customer', 'desk']),
  /** The phase of an instruction; other kinds have a fixed one. */
  phase: z.enum(instructionPhases).optional(),
  /** For an instruction: whether the next move requires it. */
  required: z.boolean().optional(),
})

type Wording = { title: Partial<Bilingual>; text: Partial<Bilingual> }

/**
 * A step with its staff side. Revisions published before steps had one are immutable and are read
 * with the customer's wording on both sides.
 */
export const withStaffSide = <Step extends Wording & { staff?: Wording }>(
  step: Step,
): Omit<Step, 'staff'> & { staff: Pick<Step, 'title' | 'text'> } => ({
  ...step,
  staff: { title: step.title, text: step.text, ...step.staff },
})

/**
 * A step as the process has it today: the wait for the review (F21) is never required and has its
 * own place, and was an instruction to tick in revisions published before it was derived from the
 * state (P30).
 */
export function withDerivedWait<Step extends { id: string; kind: StepKind }>(step: Step): Step {
  const wasTicked = step.kind === 'instruction' && step.id === 'await_review'
  if (!wasTicked && step.kind !== 'review_wait') return step
  const kept = Object.entries(step).filter(([key]) => key !== 'phase' && key !== 'required')
  return { ...(Object.fromEntries(kept) as Step), kind: 'review_wait' }
}

export const stepSchema = writtenStep.transform((step) => withStaffSide(withDerivedWait(step)))

export const aftercareSchema = z.strictObject({ id, title: bilingual, text: bilingual })

export const guideContent = z.strictObject({
  intro: bilingual,
  reasons: z.array(reasonSchema).min(1),
  materials: z.array(materialSchema).min(1),
  steps: z.array(stepSchema).min(1),
  aftercare: z.array(aftercareSchema).min(1),
})

export type GuideContent = z.infer<typeof guideContent>
export type GuideStep = z.infer<typeof stepSchema>
export type GuideMaterial = z.infer<typeof materialSchema>
