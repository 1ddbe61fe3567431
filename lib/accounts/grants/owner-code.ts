import { sameInConstantTime } from '@/lib/constant-time'
import { secretHash } from '@/lib/db/keyed-hash'
import type { AnyTransaction } from '@/lib/db/sql'
import { compact } from '@/lib/domain/identifiers/check'
import { makeSpokenCode } from '@/lib/domain/identifiers/reference'

/**
 * The code (six characters) that an account's owner sees on their own page and tells the
 * administrator who answers a request for access. It changes with the password: whoever gave an
 * earlier one cannot tell it.
 */
export async function ownerCode(
  grantId: string,
  passwordHash: string,
  tx?: AnyTransaction,
): Promise<string> {
  const hash = await secretHash(tx)
  return makeSpokenCode(hash('owner code', `${grantId}|${passwordHash}`))
}

/** Whether this is the code, however it was typed; compared in constant time. */
export async function ownerCodeFits(
  grantId: string,
  passwordHash: string,
  typed: string,
  tx?: AnyTransaction,
): Promise<boolean> {
  const right = await ownerCode(grantId, passwordHash, tx)
  return sameInConstantTime(compact(typed.normalize('NFKC')), right)
}
