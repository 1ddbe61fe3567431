import { changeSetting } from '@/lib/db/setting'
import { retentionSetting } from './queries'
import type { Retention } from './schemas'

/** Changes the retention settings. `seen` is the fingerprint of what the administrator saw. */
export const changeRetention = (by: string, change: Retention, seen: string, now: Date) =>
  changeSetting(retentionSetting, by, change, seen, now)
