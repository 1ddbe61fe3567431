import { z } from 'zod'

const text = z.string('required').trim().min(1, 'required').max(120, 'too_long')
const days = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

/** A store's settings (P11); days are calendar days. */
export const storeSchema = z.strictObject({
  nameZh: text,
  nameEn: text,
  addressZh: text,
  addressEn: text,
  phone: text,
  region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'required'),
  servesRegions: z.array(z.string().regex(/^CN-[A-Z]{2}$/)).min(1, 'one_needed'),
  fourEyes: z.boolean(),
  lapseDays: days(4, 365),
  uncollectedDays: days(1, 3650),
  closed: z.boolean(),
})
export type StoreSettings = z.output<typeof storeSchema>

export const newStoreSchema = storeSchema.extend({
  code: z.string('required').regex(/^[a-z0-9][a-z0-9-]{1,19}$/, 'code_malformed'),
})
