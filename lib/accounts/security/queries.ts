import { type Transaction, database } from '@/lib/db/client'
import { type Security, defaultSecurity, securitySchema } from './schemas'

export const securityName = 'security'

/** How the installation guards its accounts. */
export async function security(tx: Pick<Transaction, 'setting'> = database()): Promise<Security> {
  const row = await tx.setting.findUnique({ where: { name: securityName } })
  return row ? securitySchema.parse(row.value) : defaultSecurity
}
