import { z } from 'zod'
import { type SettingOf, readSetting } from '@/lib/db/setting'

export const rulebookSettingSchema = z.strictObject({
  /** Days after which a rule has to be checked again. */
  staleAfterDays: z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(7, 'number_out_of_range')
    .max(1095, 'number_out_of_range'),
})
export type RulebookSetting = z.output<typeof rulebookSettingSchema>

export const rulebookSetting: SettingOf<RulebookSetting> = {
  name: 'rulebook',
  what: 'rulebook.change',
  schema: rulebookSettingSchema,
  otherwise: { staleAfterDays: 180 },
}

/** Days after which a carrier's rule counts as old. */
export const staleAfterDays = async (): Promise<number> =>
  (await readSetting(rulebookSetting)).staleAfterDays
