import { audit, fingerprint } from '@/lib/db/audit'
import { type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { type Change, differenceOf } from './difference'
import { rulebookOf } from './queries'
import { type CarrierRule, conflictIn } from './rules'

type Written = Result<
  { changes: Change[] },
  Refusal<'not_found' | 'setting_changed' | 'rules_conflict'>
>

/**
 * Replaces a carrier's rulebook, effective for running requests too; what differs is audited.
 * `seen` is the fingerprint of the rules as the administrator saw them. Refused: `rules_conflict`
 * where two rules are equally narrow and speak about one case.
 */
export const changeRulebook = (
  by: string,
  carrier: string,
  rules: readonly CarrierRule[],
  seen: string,
  now: Date,
) =>
  transaction(async (tx): Promise<Written> => {
    const [found] = await tx.$queryRaw<unknown[]>`
      select code from carrier where code = ${carrier} for update`
    if (!found) return refused({ code: 'not_found' })
    const before = await rulebookOf(carrier, tx)
    if (fingerprint(before) !== seen) return refused({ code: 'setting_changed' })
    if (conflictIn(rules)) return refused({ code: 'rules_conflict' })
    const changes = differenceOf(before, rules)
    if (changes.length === 0) return done({ changes })
    await replaceRules(tx, carrier, rules)
    const [was, is] = [
      changes.flatMap(({ before: one }) => one ?? []),
      changes.flatMap(({ after: one }) => one ?? []),
    ]
    await audit(
      tx,
      { by, what: 'carrier.rules', subject: carrier, before: { rules: was }, after: { rules: is } },
      now,
    )
    return done({ changes })
  })

/** Stores a carrier's rules in place of those it has. */
export async function replaceRules(
  tx: Pick<Transaction, 'carrierRule'>,
  carrier: string,
  rules: readonly CarrierRule[],
) {
  await tx.carrierRule.deleteMany({ where: { carrier } })
  await tx.carrierRule.createMany({
    data: rules.map(({ checkedOn, ...rule }, position) => ({
      ...rule,
      carrier,
      position,
      checkedOn: checkedOn === null ? null : new Date(`${checkedOn}T00:00:00Z`),
    })),
  })
}
