import { z } from 'zod'
import { rejectionReasons, takeBackReasons, withdrawReasons } from '@/lib/domain/coded-values'
import { callQuestion } from './call-question'
import { day, optionalWords as words } from './input-fields'
import type { Merged } from './merged'
import type { DemandName, Move } from './workflow'

const carrierText = z
  .string()
  .trim()
  .max(80, 'too_long')
  .optional()
  .transform((text) => text || undefined)
const stepId = z.string().max(60)

/** The input of each move after opening. The demands decide whether it suffices, not the schema. */
export const moveSchemas = {
  /** `slipSigned`: staff saw that the customer signed for going by the slip alone (P12). */
  submit: z.strictObject({ slipSigned: z.boolean().optional() }),
  ask: z.strictObject({
    items: z
      .array(z.strictObject({ step: stepId, words }))
      .max(20)
      .default([]),
  }),
  supply: z.strictObject({
    answers: z
      .array(z.strictObject({ step: stepId, words }))
      .max(20)
      .default([]),
  }),
  take_back: z.strictObject({ reason: z.enum(takeBackReasons, 'required').optional(), words }),
  approve: z.strictObject({
    overrideReason: words,
    carrierResult: carrierText,
    explained: z.strictObject({ [callQuestion]: words }).optional(),
  }),
  reject: z.strictObject({
    reason: z.enum(rejectionReasons, 'required').optional(),
    words,
    step: stepId.optional(),
  }),
  carrier_refuse: z.strictObject({
    reason: carrierText,
    carrierReference: carrierText,
    on: day.optional(),
    words,
  }),
  note_pre_cancelled: z.strictObject({ on: day.optional() }),
  complete: z.strictObject({
    confirmation: carrierText,
    on: day.optional(),
    /** Why it is completed while the number can still be restored. */
    reinstatableReason: words,
  }),
  withdraw: z.strictObject({
    reason: z.enum(withdrawReasons, 'required').optional(),
    words,
    carrierCancelledIt: z.boolean().optional(),
  }),
  recall: z.strictObject({ carrierWords: words }),
  reinstate: z.strictObject({ confirmation: carrierText }),
  lapse: z.strictObject({}),
  transfer: z.strictObject({
    slipCode: z.string().max(20).optional(),
    identityMatched: z.boolean().optional(),
  }),
  displace: z.strictObject({ otherHolderMatched: z.boolean().optional(), words }),
} as const satisfies Record<Exclude<Move, 'open' | 'amend'>, z.ZodType>

export type LaterMove = keyof typeof moveSchemas
export type MoveInputs = { [M in LaterMove]: z.output<(typeof moveSchemas)[M]> }

/** The input of any move, for demands that are shared by several moves. */
export type AnyMoveInput = Merged<Exclude<MoveInputs[LaterMove], Record<string, never>>>

/** Demands that the move's own form satisfies, so they do not hide the form. */
export const answeredByForm: Partial<Record<Move, readonly DemandName[]>> = {
  ask: ['items_named'],
  supply: ['items_answered'],
  take_back: ['reason_given'],
  approve: ['carrier_result'],
  reject: ['reason_given', 'customer_told'],
  carrier_refuse: ['refusal_documented'],
  note_pre_cancelled: ['pre_cancellation_dated'],
  complete: ['carrier_confirmed'],
  withdraw: ['carrier_cancelled_it'],
  recall: ['carrier_not_acting'],
  reinstate: ['carrier_confirmed'],
  transfer: ['slip_or_identity'],
  displace: ['other_holder_matched'],
}

/** The moves after opening that people make. */
export const moveNames = (Object.keys(moveSchemas) as LaterMove[]).filter(
  (name) => name !== 'lapse',
)

export const isLaterMove = (name: string): name is LaterMove => Object.hasOwn(moveSchemas, name)
