import { z } from 'zod'

export const moment = z.iso.datetime().meta({ description: 'UTC' })
export const day = z.iso.date().meta({ description: 'A day of Asia/Shanghai' })
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() })

/** An address that the desk is to call. */
export const addressToCall = z
  .url({ protocol: /^https?$/, error: 'address_malformed' })
  .max(500, 'too_long')
