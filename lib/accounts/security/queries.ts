import { type SettingOf, readSetting } from '@/lib/db/setting'
import { type Security, defaultSecurity, securitySchema } from './schemas'

export const securitySetting: SettingOf<Security> = {
  name: 'security',
  what: 'security.change',
  schema: securitySchema,
  otherwise: defaultSecurity,
}

/** How the installation guards its accounts. */
export const security = (): Promise<Security> => readSetting(securitySetting)
