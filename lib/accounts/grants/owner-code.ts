import { timingSafeEqual } from 'node:crypto'
import { type KeyReader, secretHash } from '@/lib/db/keyed-hash'
import { makeSpokenCode } from '@/lib/domain/identifiers/reference'

/**
 * The code (six characters) that an account's owner sees on their own page and tells the
 * administrator who answers a request for access. It changes with the password: whoever gave an
 * earlier one cannot tell it.
 */
export async function ownerCode(
  grantId: string,
  passwordHash: string,
  tx?: KeyReader,
): Promise<string> {
  const hash = await secretHash(tx)
  return makeSpokenCode(hash('owner code', `${grantId}|${passwordHash}`))
}

/** Whether this is the code, however it was typed; compared in constant time. */
export async function ownerCodeFits(
  grantId: string,
  passwordHash: string,
  typed: string,
  tx?: KeyReader,
): Promise<boolean> {
  const right = Buffer.from(await ownerCode(grantId, passwordHash, tx))
  const given = Buffer.from(typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  return right.length === given.length && timingSafeEqual(right, given)
}
