import type { z } from 'zod'
import type { AuditedKind } from '@/lib/audit/kinds'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { audit, fingerprint } from './audit'
import { transaction } from './client'
import { type AnyTransaction, runIn, sqlDatabase } from './sql'

/** A setting of the installation: its name, schema and default. */
export type SettingOf<T extends object> = {
  name: string
  what: AuditedKind
  schema: z.ZodType<T>
  otherwise: T
}

/** The current value of a setting. */
export async function readSetting<T extends object>(
  { name, schema, otherwise }: SettingOf<T>,
  tx: AnyTransaction = sqlDatabase(),
): Promise<T> {
  const [row] = await runIn(tx, (builder) =>
    builder.selectFrom('setting').select('value').where('name', '=', name),
  )
  return row ? schema.parse(row.value) : otherwise
}

/**
 * Changes a setting and audits it. `seen`: the fingerprint of the value that the administrator saw;
 * refused when it has changed since.
 */
export const changeSetting = <T extends object>(
  setting: SettingOf<T>,
  by: string,
  value: T,
  seen: string,
  now: Date,
) =>
  transaction(async (tx): Promise<Result<T, Refusal<'setting_changed'>>> => {
    const { name, what } = setting
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`setting ${name}`}, 0))`
    const before = await readSetting(setting, tx)
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    await tx.setting.upsert({
      where: { name },
      create: { name, value, changedAt: now },
      update: { value, changedAt: now },
    })
    await audit(tx, { by, what, subject: name, before, after: value }, now)
    return done(value)
  })
