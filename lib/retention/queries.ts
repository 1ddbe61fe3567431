import { type Transaction, database } from '@/lib/db/client'
import { type Retention, defaultRetention, retentionSchema } from './schemas'

export const retentionName = 'retention'

/** How long what is personal is kept. */
export async function retention(tx: Pick<Transaction, 'setting'> = database()): Promise<Retention> {
  const row = await tx.setting.findUnique({ where: { name: retentionName } })
  return row ? retentionSchema.parse(row.value) : defaultRetention
}
