// What cannot be undone, or shuts somebody out, is done as it was confirmed, or asked again.
import { describe, expect, it } from 'vitest'
import { createAccount, removeRole, setDisabled, signOutEverywhere } from '@/lib/accounts/commands'
import { consequenceOfSigningOut, consequencesOfTaking } from '@/lib/accounts/consequences/queries'
import { accountToManage } from '@/lib/accounts/queries'
import { beginSession } from '@/lib/accounts/sessions/commands'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { createKey, noteUse, revokeKey } from '@/lib/api/keys/commands'
import { consequenceOfRevoking } from '@/lib/api/keys/consequence'
import { apiKeys } from '@/lib/api/keys/queries'
import { auditEntries } from '@/lib/audit/queries'
import { changeCarrier } from '@/lib/carriers/commands'
import { carrierSettings, restingOnObligations } from '@/lib/carriers/queries'
import { carrierSchema } from '@/lib/carriers/schemas'
import { fingerprint } from '@/lib/db/audit'
import { database } from '@/lib/db/client'
import { opened, tuesday } from '../factories/requests'

const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const newest = async () => (await auditEntries({ limit: 1 })).items[0]

describe('what is confirmed', () => {
  const person = async (name: string, role: 'staff' | 'admin') => {
    const store = role === 'staff' ? { storeCode: 'demo' } : {}
    const made = await createAccount({
      email: `${name}@confirmed.test`,
      name,
      password: 'a long first password',
      role,
      ...store,
    })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.id
  }
  const signIn = (id: string) =>
    beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
  const changed = { ok: false, refusal: { code: 'consequence_changed' } }

  it('disables an account and ends its sessions; one more device is asked about again', async () => {
    const [by, id] = [await admin(), await person('devices', 'staff')]
    await signIn(id)
    const seen = fingerprint(await consequenceOfSigningOut(id, tuesday))
    const later = await signIn(id)
    expect(await signOutEverywhere(by, id, tuesday, seen)).toMatchObject(changed)
    expect(await setDisabled(by, id, true, tuesday, seen)).toMatchObject(changed)
    expect(await accountOfSession(later, tuesday)).not.toBeNull()
    const again = fingerprint(await consequenceOfSigningOut(id, tuesday))
    expect(await setDisabled(by, id, true, tuesday, again)).toMatchObject({ ok: true })
    await setDisabled(by, id, false, tuesday)
    expect(await accountOfSession(later, tuesday)).toBeNull()
  })

  it('signs somebody out everywhere, which is audited, and never oneself', async () => {
    const [by, id] = [await admin(), await person('everywhere', 'staff')]
    const session = await signIn(id)
    expect(await signOutEverywhere(by, by, tuesday)).toMatchObject({
      refusal: { code: 'own_account' },
    })
    expect(await signOutEverywhere(by, id, tuesday)).toMatchObject({ ok: true })
    expect(await accountOfSession(session, tuesday)).toBeNull()
    expect((await newest())?.changes).toEqual([{ field: 'devices', before: 1, after: 0 }])
  })

  it('takes a role; when somebody else has lost theirs meanwhile, it is asked again', async () => {
    const [by, id, other] = [
      await admin(),
      await person('one-of-two', 'staff'),
      await person('two-of-two', 'staff'),
    ]
    const roleOf = async (whose: string) => (await accountToManage(whose))?.roles[0]?.id ?? ''
    const role = await roleOf(id)
    const told = (await consequencesOfTaking(id)).get(role)
    expect(told).toMatchObject({ role: 'staff', storeCode: 'demo' })
    await removeRole(by, other, await roleOf(other), tuesday)
    const seen = fingerprint(told ?? {})
    expect(await removeRole(by, id, role, tuesday, seen)).toMatchObject(changed)
    const now = fingerprint((await consequencesOfTaking(id)).get(role) ?? {})
    expect(await removeRole(by, id, role, tuesday, now)).toMatchObject({ ok: true })
  })

  it('keeps one administrator when two take each other’s role at once', async () => {
    const [one, two] = [await admin(), await person('takes-back', 'admin')]
    await database().account.updateMany({
      where: { id: { notIn: [one, two] }, memberships: { some: { role: 'admin' } } },
      data: { disabledAt: tuesday },
    })
    const roleOf = async (id: string) => (await accountToManage(id))?.roles[0]?.id ?? ''
    const [ofOne, ofTwo] = [await roleOf(one), await roleOf(two)]
    const results = await Promise.all([
      removeRole(one, two, ofTwo, tuesday),
      removeRole(two, one, ofOne, tuesday),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'last_admin' } })
  })

  it('revokes a key that is used from where the administrator saw it used', async () => {
    const by = await admin()
    const key = { name: 'asked', role: 'staff', storeCodes: ['demo'], fullNumber: false } as const
    await createKey(null, key, tuesday)
    const { id } = (await apiKeys()).find(({ name }) => name === 'asked') ?? { id: '' }
    const asRead = async () => {
      const row = (await apiKeys()).find((one) => one.id === id)
      return row ? fingerprint(consequenceOfRevoking(row)) : ''
    }
    const seen = await asRead()
    await noteUse({ id, lastUsedAt: null }, '203.0.113.7', tuesday)
    expect(await revokeKey(by, id, tuesday, seen)).toMatchObject(changed)
    expect(await revokeKey(by, id, tuesday, await asRead())).toMatchObject({ ok: true })
  })

  it('removes an obligation for as many requests as the administrator was told', async () => {
    const [by, code] = [await admin(), 'china-mobile']
    const read = async () => carrierSettings(code)
    const before = await read()
    if (!before) throw new Error('no carrier')
    const { position: _, code: __, ...settings } = before.carrier
    const change = carrierSchema.parse({ ...settings, items: [] })
    const seen = fingerprint(before)
    const rests = fingerprint(await restingOnObligations(code))
    await opened({ phoneNumber: '13700558811' }, tuesday)
    const now = await restingOnObligations(code)
    const stale = await changeCarrier(by, code, change, seen, tuesday, rests)
    expect([stale, now.count]).toMatchObject([changed, expect.any(Number)])
    const told = fingerprint(now)
    expect(await changeCarrier(by, code, change, seen, tuesday, told)).toMatchObject({ ok: true })
  })
})
