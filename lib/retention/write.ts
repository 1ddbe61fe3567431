import { audit, fingerprint } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { retention, retentionName } from './queries'
import type { Retention } from './schemas'

/** Changes how long what is personal is kept. `seen` is the fingerprint of what the administrator saw. */
export const changeRetention = (by: string, change: Retention, seen: string, now: Date) =>
  transaction(async (tx): Promise<Result<Retention, Refusal<'setting_changed'>>> => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('setting retention', 0))`
    const before = await retention(tx)
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    await tx.setting.upsert({ where: { name: retentionName }, create: { name: retentionName, value: change, changedAt: now }, update: { value: change, changedAt: now } })
    await audit(tx, { by, what: 'retention.change', subject: retentionName, before, after: change }, now)
    return done(change)
  })
