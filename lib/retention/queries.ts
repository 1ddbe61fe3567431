import type { Asking } from '@/lib/db/direct'
import { type SettingOf, readSetting } from '@/lib/db/setting'
import { type Retention, defaultRetention, retentionSchema } from './schemas'

export const retentionSetting: SettingOf<Retention> = {
  name: 'retention',
  what: 'retention.change',
  schema: retentionSchema,
  otherwise: defaultRetention,
}

/** How long what is personal is kept. */
export const retention = (tx?: Asking): Promise<Retention> => readSetting(retentionSetting, tx)
