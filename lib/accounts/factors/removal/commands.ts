import type { Transaction } from '@/lib/db/client'

/** Removes all second factors of an account, including pending ones. */
export async function removeFactors(tx: Transaction, accountId: string) {
  await tx.account.update({ where: { id: accountId }, data: { totp: null, totpStep: null } })
  await tx.passkey.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.passkeyChallenge.deleteMany({ where: { accountId } })
}
