// What one administrator cannot do alone, and what an API key's account never is (issue 26: 4, 5).
import { beforeAll, describe, expect, it } from 'vitest'
import { accountBySignIn, accountToManage } from '@/lib/accounts/queries'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { beginSession } from '@/lib/accounts/sessions/write'
import { addRole, createAccount, removeRole, setDisabled, setPassword } from '@/lib/accounts/write'
import { createKey, revokeKey } from '@/lib/api/keys/write'
import { database } from '@/lib/db/client'
import { tuesday } from '../factories/requests'

const password = 'a password of somebody'
const account = async (name: string, role: 'staff' | 'admin', by: string | null = null) => {
  const email = `${name}@duties.test`
  const store = role === 'staff' ? { storeCode: 'demo' } : {}
  const made = await createAccount({ email, name, password, role, ...store }, by, tuesday)
  if (!made.ok) throw new Error(made.refusal.code)
  return { id: made.value.id, email }
}
const refusal = (written: { ok: boolean; refusal?: { code: string } }) =>
  written.ok ? null : (written.refusal?.code ?? '')

describe('an API key’s account', () => {
  const keyAccount = async () => {
    const key = { name: 'till', role: 'staff', storeCodes: ['demo'], fullNumber: false } as const
    const made = await createKey(null, key, tuesday)
    if (!made.ok) throw new Error('no key')
    const row = await database().apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    return database().account.findUniqueOrThrow({ where: { id: row.accountId } })
  }
  let admin = ''
  beforeAll(async () => {
    admin = (await account('keeper', 'admin')).id
  })

  it('is given no password, no role and no page, and nobody signs in by it', async () => {
    const { id, email } = await keyAccount()
    expect(refusal(await setPassword(admin, id, password, tuesday))).toBe('not_found')
    expect(refusal(await addRole(admin, id, 'staff', 'demo', tuesday))).toBe('not_found')
    expect(refusal(await setDisabled(admin, id, true, tuesday))).toBe('not_found')
    expect(await accountToManage(id)).toBeNull()
    expect(await accountBySignIn(email, password)).toBeNull()
    // Whatever wrote it: the database itself keeps such an account without a password.
    const given = database().account.update({ where: { id }, data: { passwordHash: '$argon2id$' } })
    await expect(given).rejects.toThrow()
    const session = await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
    expect(await accountOfSession(session, tuesday)).toBeNull()
  })

  it('is disabled with its key', async () => {
    const { id } = await keyAccount()
    expect((await revokeKey(admin, id, tuesday)).ok).toBe(true)
    const { disabledAt } = await database().account.findUniqueOrThrow({ where: { id } })
    expect(disabledAt).not.toBeNull()
  })
})

describe('an administrator', () => {
  it('gives no role to themselves, and does not shut themselves out or in', async () => {
    const { id } = await account('self', 'admin')
    for (const role of ['staff', 'reviewer'] as const) {
      expect(refusal(await addRole(id, id, role, 'demo', tuesday))).toBe('own_account')
    }
    expect(refusal(await setDisabled(id, id, true, tuesday))).toBe('own_account')
    expect(refusal(await setPassword(id, id, password, tuesday))).toBe('own_account')
    const { memberships } = await database().account.findUniqueOrThrow({
      where: { id },
      include: { memberships: true },
    })
    const [membership] = memberships
    expect(refusal(await removeRole(id, id, membership?.id ?? '', tuesday))).toBe('own_account')
  })
})
