import { z } from 'zod'

const days = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

/** Retention of personal data, in days after a request's end (L1). */
export const retentionSchema = z.strictObject({
  /** Off: nothing is destroyed automatically. */
  on: z.boolean().default(true),
  /** Photos of documents. */
  photoDays: days(0, 365),
  /** Full numbers of phones, documents, cards and devices. Masked forms are kept. */
  identifierDays: days(30, 3650),
})
export type Retention = z.output<typeof retentionSchema>

export const defaultRetention: Retention = { on: true, photoDays: 30, identifierDays: 730 }
