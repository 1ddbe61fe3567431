import { audit, fingerprint } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { security, securityName } from './queries'
import type { Security } from './schemas'

/** Changes how accounts are guarded. `seen` is the fingerprint of what the administrator saw. */
export const changeSecurity = (by: string, change: Security, seen: string, now: Date) =>
  transaction(async (tx): Promise<Result<Security, Refusal<'setting_changed'>>> => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('setting security', 0))`
    const before = await security(tx)
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    await tx.setting.upsert({ where: { name: securityName }, create: { name: securityName, value: change, changedAt: now }, update: { value: change, changedAt: now } })
    await audit(tx, { by, what: 'security.change', subject: securityName, before, after: change }, now)
    return done(change)
  })
