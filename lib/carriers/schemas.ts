import { z } from 'zod'
import { cardTypes, channels, relations } from '@/lib/domain/coded-values'

const text = z.string('required').trim().min(1, 'required').max(120, 'too_long')
const longText = z.string('required').trim().min(1, 'required').max(400, 'too_long')
const days = (most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(0, 'number_out_of_range')
    .max(most, 'number_out_of_range')
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_malformed')
  .nullish()
  .transform((value) => value ?? null)

// Review and close days are working days, the others calendar days.
const settings = {
  nameZh: text,
  nameEn: text,
  website: z.url({ protocol: /^https?$/, error: 'address_malformed' }).max(200, 'too_long'),
  hotline: text,
  preCancels: z.boolean(),
  reinstateDays: days(365),
  frozenDays: days(3650),
  factDays: days(365),
  reviewDays: days(60),
  closeDays: days(60),
  applicants: z.array(z.enum(relations)).min(1, 'one_needed'),
  waivable: z.array(z.string().max(60)).default([]),
  monthEndDays: days(15),
  onlineFrom: time,
  onlineTo: time,
}

// The offered paths, as `CN-SH.sim.in_store`; all others are not offered.
const offered = z
  .array(
    z
      .string()
      .regex(new RegExp(`^CN-[A-Z]{2}\\.(${cardTypes.join('|')})\\.(${channels.join('|')})$`)),
  )
  .default([])

// The obligations to clear first, in order.
const items = z
  .array(
    z.strictObject({
      code: z.string('required').regex(/^[a-z][a-z0-9_]{1,40}$/, 'code_malformed'),
      nameZh: text,
      nameEn: text,
      helpZh: longText,
      helpEn: longText,
    }),
  )
  .default([])
  .refine((rows) => new Set(rows.map(({ code }) => code)).size === rows.length, {
    error: 'code_twice',
  })

/** All that is set for a carrier: terms (P1 to P5, P8), offered paths (F15, F28), obligations (P1). */
export const carrierSchema = z
  .strictObject({ ...settings, offered, items })
  .refine(({ onlineFrom, onlineTo }) => (onlineFrom === null) === (onlineTo === null), {
    path: ['onlineTo'],
    error: 'both_hours_needed',
  })
export type CarrierChange = z.output<typeof carrierSchema>
export type CarrierSettings = Omit<CarrierChange, 'offered' | 'items'>
export type ObligationRow = CarrierChange['items'][number]
