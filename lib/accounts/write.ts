import type { Role } from '@/lib/auth/policy'
import { clashedIndex, database } from '@/lib/db/client'
import { type Result, done, refused } from '@/lib/result'
import { foldEmail } from './email'
import { hashPassword } from './password'

export type NewAccount = { email: string; name: string; password: string; role: Role; storeCode?: string }

/** An account with one role. Refused: `email_taken`, `store_unknown`, `store_needed` (every role but admin has a store). */
export async function createAccount({ email, name, password, role, storeCode }: NewAccount): Promise<Result<{ id: string }>> {
  if (role !== 'admin' && !storeCode) return refused({ code: 'store_needed' })
  const store = storeCode ? await database().store.findUnique({ where: { code: storeCode } }) : null
  if (storeCode && !store) return refused({ code: 'store_unknown' })
  const data = { email: foldEmail(email), name, passwordHash: await hashPassword(password) }
  try {
    const account = await database().account.create({
      data: { ...data, memberships: { create: { role, storeId: role === 'admin' ? null : (store?.id ?? null) } } },
    })
    return done({ id: account.id })
  } catch (error) {
    if (clashedIndex(error) !== null) return refused({ code: 'email_taken' })
    throw error
  }
}
