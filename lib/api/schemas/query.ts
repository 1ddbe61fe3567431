import { z } from 'zod'

/** A whole number between two, the bounds included. */
export const whole = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

export const noQuery = z.strictObject({})
