import { describe, expect, it } from 'vitest'
import { accountById, accountToManage } from '@/lib/accounts/queries'
import { addRole, createAccount, removeRole, setDisabled } from '@/lib/accounts/commands'
import { auditEntries } from '@/lib/audit/queries'
import { visibleStores } from '@/lib/domain/permissions'
import { carrierSettings } from '@/lib/carriers/queries'
import { changeCarrier } from '@/lib/carriers/commands'
import { carrierSchema } from '@/lib/carriers/schemas'
import { maskRequest, noteStep } from '@/lib/writer'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { listRequests } from '@/lib/cancellation/queries/list'
import { noticeText, noticeTexts } from '@/lib/notices/queries'
import { changeNoticeText } from '@/lib/notices/commands'
import { maskExpired } from '@/lib/ops/jobs/mask-expired'
import { retention } from '@/lib/retention/queries'
import { changeRetention } from '@/lib/retention/commands'
import { fingerprint } from '@/lib/db/audit'
import { database } from '@/lib/db/client'
import { errorsOf } from '@/lib/forms/errors-of'
import { storeSchema } from '@/lib/stores/schemas'
import { changeStore, createStore, deleteStore } from '@/lib/stores/commands'
import { resetBy } from '../factories/account-links'
import { completed, opened, staff, tuesday } from '../factories/requests'

const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const newest = async () => (await auditEntries({ limit: 1 })).items[0]

describe('a store', () => {
  it('is changed by an editor with the latest version, audited, and not closed while in use', async () => {
    const store = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    const { id: _, code: __, ...settings } = store
    const change = storeSchema.parse({ ...settings, lapseDays: '20' })
    expect(
      await changeStore(await admin(), 'demo', change, 'seen long ago', tuesday),
    ).toMatchObject({ refusal: { code: 'setting_changed' } })
    expect(
      await changeStore(await admin(), 'demo', change, fingerprint(store), tuesday),
    ).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({
      by: { name: '演示管理员', email: 'admin@example.test' },
      what: 'store.change',
      subject: 'demo',
      changes: [{ field: 'lapseDays', before: 30, after: 20 }],
    })
    await opened()
    const now = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    expect(
      await changeStore(
        await admin(),
        'demo',
        { ...change, closed: true },
        fingerprint(now),
        tuesday,
      ),
    ).toMatchObject({ refusal: { code: 'store_in_use', uses: [{ by: 'requests', count: 1 }] } })
    expect(
      await changeStore(
        await admin(),
        'demo',
        { ...change, region: 'CN-QQ' },
        fingerprint(now),
        tuesday,
      ),
    ).toMatchObject({ refusal: { code: 'region_unknown' } })
    expect(
      await changeStore(
        await admin(),
        'demo',
        { ...change, carrier: 'nobody' },
        fingerprint(now),
        tuesday,
      ),
    ).toMatchObject({ refusal: { code: 'carrier_unknown' } })
  })

  it.each([
    [['name', 'name'], 'tab', 'readerFields', 'reader_part_twice'],
    [['name', 'skip', 'number'], 'enter', 'readerSeparator', 'reader_skips'],
  ])('has a reader that can be read: %j by %s', async (readerFields, readerSeparator, at, code) => {
    const store = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    const { id: _, code: __, ...settings } = store
    const asked = storeSchema.safeParse({ ...settings, readerFields, readerSeparator })
    expect(asked.success ? {} : errorsOf(asked.error)).toEqual({ [at]: code })
  })
})

describe('a store that is to be deleted', () => {
  it('is deleted when unused; otherwise the refusal names what uses it', async () => {
    const made = {
      code: 'gone-soon',
      nameZh: '错建',
      nameEn: 'By mistake',
      addressZh: '路',
      addressEn: 'Road',
      phone: '1',
      region: 'CN-SH',
    }
    expect(await createStore(made, await admin(), tuesday)).toMatchObject({ ok: true })
    const seen = async (code: string) =>
      fingerprint(await database().store.findUniqueOrThrow({ where: { code } }))
    expect(await deleteStore(await admin(), 'gone-soon', 'seen long ago', tuesday)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    await createAccount({
      email: 'alone@example.test',
      name: '某',
      password: 'a long enough one',
      role: 'staff',
      storeCode: 'gone-soon',
    })
    expect(
      await deleteStore(await admin(), 'gone-soon', await seen('gone-soon'), tuesday),
    ).toMatchObject({
      refusal: {
        code: 'store_in_use',
        uses: [{ by: 'accounts', count: 1, example: 'alone@example.test' }],
      },
    })
    await database().membership.deleteMany({ where: { store: { code: 'gone-soon' } } })
    expect(
      await deleteStore(await admin(), 'gone-soon', await seen('gone-soon'), tuesday),
    ).toMatchObject({ ok: true })
    expect(await database().store.count({ where: { code: 'gone-soon' } })).toBe(0)
    expect(await newest()).toMatchObject({ what: 'store.delete', subject: 'gone-soon' })
    const refusal = await deleteStore(await admin(), 'demo', await seen('demo'), tuesday)
    expect(refusal).toMatchObject({
      ok: false,
      refusal: { uses: expect.arrayContaining([expect.objectContaining({ by: 'requests' })]) },
    })
  })
})

describe('a carrier', () => {
  const read = async (code = 'china-mobile') => {
    const found = await carrierSettings(code)
    if (!found) throw new Error('no carrier')
    return found
  }
  /** The form of the carrier's page as it stands, with some fields changed. */
  const save = async (change: object, code = 'china-mobile', seen?: string) => {
    const found = await read(code)
    const { code: _, position: __, ...settings } = found.carrier
    const items = Object.entries(found.obligations).map(([item, { position: ___, ...row }]) => ({
      code: item,
      ...row,
    }))
    const form = { ...settings, items, ...change }
    const given = carrierSchema.parse(form)
    return changeCarrier(await admin(), code, given, seen ?? fingerprint(found), tuesday)
  }

  it('applies its settings from the moment they are saved', async () => {
    expect(await save({ hotline: '10086-1' })).toMatchObject({ ok: true })
    expect((await newest())?.changes.map(({ field }) => field)).toEqual(['hotline'])

    // One that a running request waits for stays.
    const { reference } = await opened({ carrier: 'china-unicom' })
    const unicom = (await carrierSettings('china-unicom'))?.obligations ?? {}
    const waiting = Object.fromEntries(
      Object.keys(unicom).map((one) => [
        one,
        one === 'contract' ? { state: 'waiting', clearsOn: '2026-05-01' } : { state: 'cleared' },
      ]),
    )
    expect(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'obligations',
        input: { items: waiting },
        now: tuesday,
      }),
    ).toMatchObject({ ok: true })
    const all = Object.entries(unicom).map(([code, { position: _, ...row }]) => ({ code, ...row }))
    const others = all.filter((one) => one.code !== 'contract')
    expect(await save({ items: others, hotline: '1' }, 'china-unicom')).toMatchObject({
      refusal: {
        code: 'obligation_in_use',
        uses: [{ of: 'contract', count: 1, example: reference }],
      },
    })
    expect((await read('china-unicom')).carrier.hotline).not.toBe('1')
    expect(
      await save({ items: all.filter((one) => one.code !== 'dispute') }, 'china-unicom'),
    ).toMatchObject({ ok: true })

    const items = [
      {
        code: 'deposit',
        nameZh: '押金',
        nameEn: 'Deposit',
        helpZh: '先退押金',
        helpEn: 'Get it back first',
      },
    ]
    const seen = fingerprint(await read())
    expect(await save({ items })).toMatchObject({ ok: true })
    expect(await save({ items: [] }, 'china-mobile', seen)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(Object.keys((await read()).obligations)).toEqual(['deposit'])
  })
})

describe('an account', () => {
  it('gains and loses roles, is locked out at once, cannot change itself; no secret is audited', async () => {
    const by = await admin()
    const made = await createAccount(
      {
        email: 'New@Example.test',
        name: '新人',
        password: 'a long first password',
        role: 'staff',
        storeCode: 'demo',
      },
      by,
      tuesday,
    )
    const id = made.ok ? made.value.id : ''
    expect((await accountById(id))?.memberships).toMatchObject([
      { role: 'staff', storeCode: 'demo' },
    ])
    expect(await addRole(by, id, 'reviewer', undefined, tuesday)).toMatchObject({
      refusal: { code: 'store_needed' },
    })
    expect(await addRole(by, id, 'staff', 'demo', tuesday)).toMatchObject({
      refusal: { code: 'role_there' },
    })
    expect(await addRole(by, id, 'reviewer', 'demo', tuesday)).toMatchObject({ ok: true })
    expect((await newest())?.changes).toEqual([
      { field: 'roles', before: 'staff demo', after: 'reviewer demo, staff demo' },
    ])
    const role = (await accountToManage(id))?.roles.find((one) => one.role === 'staff')?.id ?? ''
    expect(await removeRole(by, id, role, tuesday)).toMatchObject({ ok: true })
    expect((await accountById(id))?.memberships.map((membership) => membership.role)).toEqual([
      'reviewer',
    ])
    expect(await setDisabled(by, id, true, tuesday)).toMatchObject({ ok: true })
    expect(await accountById(id)).toBeNull()

    // Their own access is another administrator's to change; the last one stays all the same.
    const other = await createAccount({
      email: 'other@example.test',
      name: '另一',
      password: 'a long first password',
      role: 'admin',
    })
    const otherId = other.ok ? other.value.id : ''
    const adminRole = (await accountToManage(by))?.roles[0]?.id ?? ''
    expect(await setDisabled(by, by, true, tuesday)).toMatchObject({
      refusal: { code: 'own_account' },
    })
    expect(await removeRole(by, by, adminRole, tuesday)).toMatchObject({
      refusal: { code: 'own_account' },
    })
    expect(await setDisabled(by, otherId, true, tuesday)).toMatchObject({ ok: true })
    expect(await setDisabled(otherId, by, true, tuesday)).toMatchObject({
      refusal: { code: 'last_admin' },
    })
    expect(await removeRole(otherId, by, adminRole, tuesday)).toMatchObject({
      refusal: { code: 'last_admin' },
    })
    expect(await accountById(by)).not.toBeNull()

    await setDisabled(by, id, false, tuesday)
    const reset = await resetBy(by, id, 'another long password')
    const link = reset.ok && 'text' in reset.value ? reset.value.text : ''
    expect(link).toHaveLength(43)
    const everything = JSON.stringify(await database().auditEntry.findMany())
    for (const secret of [
      'long first password',
      'another long password',
      link,
      'passwordHash',
      '$argon2',
    ])
      expect(everything).not.toContain(secret)
  })

  it('keeps one administrator when two disable each other at once', async () => {
    const one = await admin()
    const made = await createAccount(
      {
        email: 'second@example.test',
        name: '第二',
        password: 'a long first password',
        role: 'admin',
      },
      one,
      tuesday,
    )
    const two = made.ok ? made.value.id : ''
    const results = await Promise.all([
      setDisabled(one, two, true, tuesday),
      setDisabled(two, one, true, tuesday),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the audit', () => {
  it('cannot be changed by any role', async () => {
    await expect(database().auditEntry.updateMany({ data: { subject: 'x' } })).rejects.toThrow()
    await expect(database().auditEntry.deleteMany()).rejects.toThrow()
  })
})

describe('the words of a notice', () => {
  it('get a new version from an editor who saw the latest; sent notices keep theirs', async () => {
    const words = {
      subject: { zh: '好了', en: 'Done' },
      text: { zh: '{number} 已注销 {receipt}', en: '{number} is cancelled {receipt}' },
    }
    expect(await noticeText('completed')).toMatchObject({ version: 0 })
    expect(await changeNoticeText(await admin(), 'completed', words, 0, tuesday)).toMatchObject({
      ok: true,
    })
    expect(await noticeText('completed')).toEqual({ ...words, version: 1 })
    expect(await changeNoticeText(await admin(), 'completed', words, 0, tuesday)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(
      await changeNoticeText(
        await admin(),
        'completed',
        { ...words, subject: { zh: '妥了', en: 'Done' } },
        1,
        tuesday,
      ),
    ).toMatchObject({ ok: true })
    expect((await newest())?.changes).toEqual([
      { field: 'subject_zh', before: '好了', after: '妥了' },
    ])
    expect((await noticeTexts()).find(({ kind }) => kind === 'completed')?.text.version).toBe(2)
    await expect(database().noticeText.deleteMany({})).rejects.toThrow()
  })
})

describe('retention', () => {
  it('is a setting; after it full numbers are gone and the history still verifies', async () => {
    const { id, reference } = await completed({ phoneNumber: '13800137777', region: 'CN-GD' })
    const later = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
    const found = async () =>
      (await listRequests({ stores: visibleStores((await staff()).memberships), q: '13800137777' }))
        .items.length
    expect(await found()).toBe(1)
    expect(await maskRequest(reference, later(729))).toMatchObject({
      refusal: { code: 'nothing_owed' },
    })
    await maskExpired(later(729))
    expect((await rebuiltRequest(id)).identifiers?.number).toBe('+8613800137777')

    const kept = await retention()
    expect(kept).toEqual({ on: true, photoDays: 30, identifierDays: 730 })
    expect(
      await changeRetention(
        await admin(),
        { ...kept, identifierDays: 100 },
        fingerprint(kept),
        tuesday,
      ),
    ).toMatchObject({ ok: true })
    expect(await changeRetention(await admin(), kept, fingerprint(kept), tuesday)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect((await newest())?.changes).toEqual([
      { field: 'identifierDays', before: 730, after: 100 },
    ])
    const running = await opened({ region: 'CN-GD' })
    await maskExpired(later(100))

    const after = await rebuiltRequest(id)
    expect(after.identifiers).toBeNull()
    expect(after.personal).toMatchObject({
      numberMasked: expect.stringContaining('****'),
      holderName: '柳测试',
    })
    const row = await database().request.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ numberHash: null, sealedIdentifiers: null, record: after.record })
    expect(await found()).toBe(0)
    expect((await rebuiltRequest(running.id)).identifiers?.number).toBeTruthy()
    const events = await database().requestEvent.findMany({
      where: { requestId: id },
      orderBy: { sequence: 'asc' },
    })
    expect(events.at(-1)).toMatchObject({ type: 'mask', actorKind: 'system' })
    for (const [place, event] of events.entries())
      expect(Buffer.from(event.previousHash)).toEqual(
        Buffer.from(events[place - 1]?.hash ?? event.previousHash),
      )
    await maskExpired(later(101))
    expect(await database().requestEvent.count({ where: { requestId: id } })).toBe(events.length)
  })
})
