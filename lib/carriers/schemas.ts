import { z } from 'zod'

const text = z.string('required').trim().min(1, 'required').max(120, 'too_long')
const longText = z.string('required').trim().min(1, 'required').max(400, 'too_long')
const days = (most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(0, 'number_out_of_range')
    .max(most, 'number_out_of_range')
// Review and close days are working days, the others calendar days.
const settings = {
  nameZh: text,
  nameEn: text,
  website: z.url({ protocol: /^https?$/, error: 'address_malformed' }).max(200, 'too_long'),
  hotline: text,
  frozenDays: days(3650),
  factDays: days(365),
  reviewDays: days(60),
  closeDays: days(60),
  waivable: z.array(z.string().max(60)).default([]),
}

// The obligations to clear first, in order.
const items = z
  .array(
    z.strictObject({
      code: z.string('required').regex(/^[a-z][a-z0-9_]{1,40}$/, 'code_malformed'),
      nameZh: text,
      nameEn: text,
      helpZh: longText,
      helpEn: longText,
      /** Money owed: paying it at the counter is noted (P28). */
      money: z.boolean().default(false),
    }),
  )
  .default([])
  .refine((rows) => new Set(rows.map(({ code }) => code)).size === rows.length, {
    error: 'code_twice',
  })

/** What is set for a carrier beside its rulebook: terms and obligations (P1). */
export const carrierSchema = z.strictObject({ ...settings, items })
export type CarrierChange = z.output<typeof carrierSchema>
export type CarrierSettings = Omit<CarrierChange, 'items'>
export type ObligationRow = CarrierChange['items'][number]
