import { describe, expect, it } from 'vitest'
import { accountById, accountToManage } from '@/lib/accounts/queries'
import { addRole, createAccount, removeRole, setDisabled, setPassword } from '@/lib/accounts/write'
import { auditEntries } from '@/lib/audit/queries'
import { carrierSettings } from '@/lib/carriers/queries'
import { changeCarrier, changeObligations, changeOffered } from '@/lib/carriers/write'
import type { CarrierSettings } from '@/lib/carriers/schemas'
import { openRequest } from '@/lib/cancellation/record'
import { fingerprint } from '@/lib/db/audit'
import { database } from '@/lib/db/client'
import { storeSchema } from '@/lib/stores/schemas'
import { changeStore } from '@/lib/stores/write'
import { opened, someInput, staff, tuesday } from '../factories/requests'

const admin = async () => (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const newest = async () => (await auditEntries({ limit: 1 })).items[0]

describe('a store', () => {
  it('is changed by who saw it as it is, with before and after in the audit; not closed while it is in use', async () => {
    const store = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    const { id: _, code: __, ...settings } = store
    const change = storeSchema.parse({ ...settings, lapseDays: '20' })
    expect(await changeStore(await admin(), 'demo', change, 'seen long ago', tuesday)).toMatchObject({ refusal: { code: 'setting_changed' } })
    expect(await changeStore(await admin(), 'demo', change, fingerprint(store), tuesday)).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({ by: '演示管理员', what: 'store.change', subject: 'demo', changes: [{ field: 'lapseDays', before: 30, after: 20 }] })
    await opened()
    const now = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    expect(await changeStore(await admin(), 'demo', { ...change, closed: true }, fingerprint(now), tuesday)).toMatchObject({ refusal: { code: 'store_in_use' } })
    expect(await changeStore(await admin(), 'demo', { ...change, region: 'CN-QQ' }, fingerprint(now), tuesday)).toMatchObject({ refusal: { code: 'region_unknown' } })
  })
})

describe('a carrier', () => {
  const read = async () => {
    const found = await carrierSettings('china-mobile')
    if (!found) throw new Error('no carrier')
    return found
  }

  it('offers, allows and asks what its table says from the moment it is saved', async () => {
    const { carrier, offered, obligations } = await read()
    const { code: _, position: __, ...settings } = carrier
    expect(await changeCarrier(await admin(), 'china-mobile', { ...(settings as CarrierSettings), applicants: ['self'] }, fingerprint(carrier), tuesday)).toMatchObject({ ok: true })
    expect((await newest())?.changes.map(({ field }) => field)).toEqual(['applicants'])
    const agent = { relation: 'agent', name: '代办', document: { type: 'passport', number: 'E12345678', country: 'CN' }, authority: { kind: 'written_mandate', issuedOn: '2026-03-01' } }
    expect(await openRequest(await staff(), someInput({ applicant: agent }), tuesday)).toMatchObject({ refusal: { unmet: ['applicant_allowed'] } })

    const without = Object.keys(offered).filter((path) => path !== 'CN-SH.sim.in_store')
    expect(await changeOffered(await admin(), 'china-mobile', without, fingerprint(offered), tuesday)).toMatchObject({ ok: true })
    expect((await newest())?.changes).toEqual([{ field: 'CN-SH.sim.in_store', before: true, after: null }])
    expect(await openRequest(await staff(), someInput(), tuesday)).toMatchObject({ refusal: { unmet: ['channel_offered'] } })

    const items = [{ code: 'deposit', nameZh: '押金', nameEn: 'Deposit', helpZh: '先退押金', helpEn: 'Get it back first' }]
    expect(await changeObligations(await admin(), 'china-mobile', items, fingerprint(obligations), tuesday)).toMatchObject({ ok: true })
    expect(await changeObligations(await admin(), 'china-mobile', [], fingerprint(obligations), tuesday)).toMatchObject({ refusal: { code: 'setting_changed' } })
    expect(Object.keys((await read()).obligations)).toEqual(['deposit'])
  })
})

describe('an account', () => {
  it('gets and loses roles, is shut out at once, and the last administrator stays; no secret is audited', async () => {
    const by = await admin()
    const made = await createAccount({ email: 'New@Example.test', name: '新人', password: 'a long first password', role: 'staff', storeCode: 'demo' }, by, tuesday)
    const id = made.ok ? made.value.id : ''
    expect((await accountById(id))?.memberships).toMatchObject([{ role: 'staff', storeCode: 'demo' }])
    expect(await addRole(by, id, 'reviewer', undefined, tuesday)).toMatchObject({ refusal: { code: 'store_needed' } })
    expect(await addRole(by, id, 'staff', 'demo', tuesday)).toMatchObject({ refusal: { code: 'role_there' } })
    expect(await addRole(by, id, 'reviewer', 'demo', tuesday)).toMatchObject({ ok: true })
    expect((await newest())?.changes).toEqual([{ field: 'roles', before: 'staff demo', after: 'reviewer demo, staff demo' }])
    const role = (await accountToManage(id))?.roles.find((one) => one.role === 'staff')?.id ?? ''
    expect(await removeRole(by, id, role, tuesday)).toMatchObject({ ok: true })
    expect((await accountById(id))?.memberships.map((membership) => membership.role)).toEqual(['reviewer'])
    expect(await setDisabled(by, id, true, tuesday)).toMatchObject({ ok: true })
    expect(await accountById(id)).toBeNull()

    expect(await setDisabled(by, by, true, tuesday)).toMatchObject({ refusal: { code: 'last_admin' } })
    const adminRole = (await accountToManage(by))?.roles[0]?.id ?? ''
    expect(await removeRole(by, by, adminRole, tuesday)).toMatchObject({ refusal: { code: 'last_admin' } })
    expect(await accountById(by)).not.toBeNull()

    expect(await setPassword(by, id, 'another long password', tuesday)).toMatchObject({ ok: true })
    const everything = JSON.stringify(await database().auditEntry.findMany())
    for (const secret of ['long first password', 'another long password', 'passwordHash', '$argon2']) expect(everything).not.toContain(secret)
  })

  it('two administrators cannot shut each other out at the same moment', async () => {
    const one = await admin()
    const made = await createAccount({ email: 'second@example.test', name: '第二', password: 'a long first password', role: 'admin' }, one, tuesday)
    const two = made.ok ? made.value.id : ''
    const results = await Promise.all([setDisabled(one, two, true, tuesday), setDisabled(two, one, true, tuesday)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the audit', () => {
  it('is never changed, by anybody', async () => {
    await expect(database().auditEntry.updateMany({ data: { subject: 'x' } })).rejects.toThrow()
    await expect(database().auditEntry.deleteMany()).rejects.toThrow()
  })
})
