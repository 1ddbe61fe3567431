import { type SettingOf, readSetting } from '@/lib/db/setting'
import { type Security, defaultSecurity, securitySchema } from './schemas'

export const securitySetting: SettingOf<Security> = {
  name: 'security',
  what: 'security.change',
  schema: securitySchema,
  otherwise: defaultSecurity,
}

/** The installation's security settings. */
export const security = (): Promise<Security> => readSetting(securitySetting)
