import type { Transaction } from '@/lib/db/client'

/** Takes all second factors from an account, and what is on its way to become one. */
export async function removeFactors(tx: Transaction, accountId: string) {
  await tx.account.update({ where: { id: accountId }, data: { totp: null, totpStep: null } })
  await tx.passkey.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.passkeyChallenge.deleteMany({ where: { accountId } })
}
