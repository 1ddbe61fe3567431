import { database } from '@/lib/db/client'

export type Factors = {
  totp: boolean
  recoveryLeft: number
  passkeys: { id: string; name: string; addedAt: Date; usedAt: Date | null }[]
}

/** An account's second factors. */
export async function factorsOf(accountId: string): Promise<Factors> {
  const { totp, passkeys, recoveryCodes } = await database().account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      totp: true,
      passkeys: {
        select: { id: true, name: true, addedAt: true, usedAt: true },
        orderBy: { addedAt: 'asc' },
      },
      recoveryCodes: { where: { usedAt: null }, select: { hash: true } },
    },
  })
  return { totp: totp !== null, passkeys, recoveryLeft: recoveryCodes.length }
}
