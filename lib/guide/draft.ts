import { z } from 'zod'
import { relations, circumstances } from '@/lib/domain/coded-values'
import { instructionPhases, stepKinds } from '@/lib/domain/step-kinds'
import { type GuideContent, withDerivedWait, withStaffSide } from './schemas'

/** How long a text may be as it is stored, in UTF-16 code units, as a form's field counts. */
export const longestText = 2000

// A draft may be incomplete: empty texts, missing kinds. `checks.ts` reports what is missing.
const text = z.string().max(longestText, 'too_long').default('')
const both = z.object({ zh: text, en: text }).default({ zh: '', en: '' })
const id = z.string('required').regex(/^[a-z][a-z0-9_]{0,40}$/, 'code_malformed')
const item = { id, title: both, text: both }
const side = z.object({ title: both, text: both })

const step = z.object({
  ...item,
  kind: z.enum(stepKinds, 'required'),
  audience: z.enum(['customer', 'desk'], 'required'),
  phase: z.enum(instructionPhases).optional(),
  required: z.boolean().optional(),
})

const draftOf = <Step extends z.ZodType>(steps: Step) =>
  z.object({
    intro: both,
    reasons: z.array(z.object(item)).default([]),
    materials: z
      .array(
        z.object({
          ...item,
          askedOf: z.array(z.enum(relations)).optional(),
          when: z.array(z.enum(circumstances)).optional(),
          unless: z.array(z.enum(circumstances)).optional(),
          proves: z.enum(['identity', 'right_to_act']).optional(),
          notNoted: z.boolean().optional(),
        }),
      )
      .default([]),
    steps: z.array(steps).default([]),
    aftercare: z.array(z.object(item)).default([]),
  })

/** A draft as it is stored; one kept before steps had a staff side is read as revisions are. */
export const draftSchema = draftOf(
  step
    .extend({ staff: side.optional() })
    .transform((written) => withStaffSide(withDerivedWait(written))),
)
/** A draft as the editor sends it: empty fields are left out, and an empty staff side stays so. */
export const draftFormSchema = draftOf(
  step.extend({ staff: side.prefault({}) }).transform((sent) => withDerivedWait(sent)),
)
export type GuideDraftContent = z.output<typeof draftSchema>

export { type GuideSection, sections } from './sections'

/**
 * The draft as revision content: empty values are removed, so that it compares with the live guide.
 */
export const contentOf = (draft: GuideDraftContent): GuideContent =>
  ({
    ...draft,
    materials: draft.materials.map(withoutEmpty),
    steps: draft.steps.map(withoutEmpty),
  }) as GuideContent

const withoutEmpty = (item: object) =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([, value]) =>
        value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )
