import type { AnyTransaction } from '@/lib/db/sql'
import { type SettingOf, readSetting } from '@/lib/db/setting'
import { type Retention, defaultRetention, retentionSchema } from './schemas'

export const retentionSetting: SettingOf<Retention> = {
  name: 'retention',
  what: 'retention.change',
  schema: retentionSchema,
  otherwise: defaultRetention,
}

/** The retention settings. */
export const retention = (tx?: AnyTransaction): Promise<Retention> =>
  readSetting(retentionSetting, tx)
