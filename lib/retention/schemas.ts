import { z } from 'zod'

const days = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

/** How long what is personal is kept, in days after a request has ended (L1). */
export const retentionSchema = z.strictObject({
  /** Off: nothing is destroyed by itself. */
  on: z.boolean().default(true),
  /** Photos of documents. */
  photoDays: days(0, 365),
  /** Full numbers: of the phone, of documents, of cards and devices. Masked forms stay. */
  identifierDays: days(30, 3650),
})
export type Retention = z.output<typeof retentionSchema>

export const defaultRetention: Retention = { on: true, photoDays: 30, identifierDays: 730 }
