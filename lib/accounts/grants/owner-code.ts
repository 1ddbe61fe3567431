import { sameInConstantTime } from '@/lib/constant-time'
import { secretHash } from '@/lib/db/keyed-hash'
import type { AnyTransaction } from '@/lib/db/sql'
import { compact } from '@/lib/domain/identifiers/check'
import { makeSpokenCode } from '@/lib/domain/identifiers/reference'

/**
 * The six-character code that an account's owner sees on their own page and passes on to the
 * administrator who answers a grant. It depends on the password, so that whoever set an earlier one
 * cannot know it.
 */
export async function ownerCode(
  grantId: string,
  passwordHash: string,
  tx?: AnyTransaction,
): Promise<string> {
  const hash = await secretHash(tx)
  return makeSpokenCode(hash('owner code', `${grantId}|${passwordHash}`))
}

/** Whether this is the code, normalized; compared in constant time. */
export async function ownerCodeFits(
  grantId: string,
  passwordHash: string,
  typed: string,
  tx?: AnyTransaction,
): Promise<boolean> {
  const right = await ownerCode(grantId, passwordHash, tx)
  return sameInConstantTime(compact(typed.normalize('NFKC')), right)
}
