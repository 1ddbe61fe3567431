import { z } from 'zod'
import { circumstances, relations } from '@/lib/domain/coded-values'
import { stepKinds } from '@/lib/domain/step-kinds'

/** A text in both languages; neither may be missing. */
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
  /** Whom it is asked of; left out: of everyone. */
  askedOf: z.array(z.enum(relations)).optional(),
  /** Asked only in these circumstances; left out: in all. */
  when: z.array(z.enum(circumstances)).optional(),
  /** Not asked in these circumstances. */
  unless: z.array(z.enum(circumstances)).optional(),
  /** What it proves: such a material is never waived. */
  proves: z.enum(['identity', 'right_to_act']).optional(),
  /** Brought or known, yet never noted by the desk: the service password (F8). */
  notNoted: z.boolean().optional(),
})

export const stepSchema = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  title: bilingual,
  text: bilingual,
  /**
   * Steps the customer takes part in are the public guide's numbered list; the desk's own checks
   * stand beside it.
   */
  audience: z.enum(['customer', 'desk']),
  /** Of an instruction: the phase it belongs to; other kinds have their own. */
  phase: z.enum(['before_review', 'after_approval', 'after_completion']).optional(),
  /** Of an instruction: the next move waits for it. */
  required: z.boolean().optional(),
})

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
