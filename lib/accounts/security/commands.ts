import { changeSetting } from '@/lib/db/setting'
import { securitySetting } from './queries'
import type { Security } from './schemas'

/** Changes the security settings. `seen` is the fingerprint of what the administrator saw. */
export const changeSecurity = (by: string, change: Security, seen: string, now: Date) =>
  changeSetting(securitySetting, by, change, seen, now)
