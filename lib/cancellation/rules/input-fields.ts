import { z } from 'zod'

// The fields that the inputs of steps, moves and other acts on a request share.

export const words = z.string('required').trim().min(1, 'required').max(500, 'too_long')
export const optionalWords = z
  .string()
  .trim()
  .max(500, 'too_long')
  .optional()
  .transform((text) => text || undefined)
export const day = z.iso.date('date_malformed')
export const ticked = z.literal(true, 'must_be_ticked')
/** A box that may be left; unticked is as if it was not there. */
export const tickable = z
  .boolean()
  .optional()
  .transform((is) => is || undefined)

/** Yuan as typed, with at most two decimals. */
export const yuan = z
  .string('required')
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/, 'amount_malformed')

/** Converts yuan to fen digit by digit, to avoid rounding. */
export const fenOf = (typed: string) => {
  const [whole = '0', part = ''] = typed.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Forms submit hidden fields too; their values are dropped. */
export const unasked = z
  .string()
  .optional()
  .transform(() => undefined)
