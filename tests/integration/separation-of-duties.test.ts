// What one administrator cannot do alone, and what an API key's account never is (issue 26: 4, 5).
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { accountBySignIn, accountToManage } from '@/lib/accounts/queries'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { beginSession } from '@/lib/accounts/sessions/commands'
import { addRole, createAccount, removeRole, setDisabled } from '@/lib/accounts/commands'
import { makeLink } from '@/lib/accounts/links/commands'
import { approveAsOperator, decideGrant } from '@/lib/accounts/grants/commands'
import { ownGrants, waitingGrants } from '@/lib/accounts/grants/queries'
import { changeOwnPassword } from '@/lib/accounts/own/commands'
import { callerByKey } from '@/lib/api/keys/queries'
import { createKey, revokeKey } from '@/lib/api/keys/commands'
import { database } from '@/lib/db/client'
import { resetBy } from '../factories/account-links'
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

  it('has no password, no extra role and no page, and cannot sign in', async () => {
    const { id, email } = await keyAccount()
    expect(refusal(await makeLink(admin, id, tuesday))).toBe('not_found')
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
  it('cannot give themselves a role, nor disable or enable themselves', async () => {
    const { id } = await account('self', 'admin')
    for (const role of ['staff', 'reviewer'] as const) {
      expect(refusal(await addRole(id, id, role, 'demo', tuesday))).toBe('own_account')
    }
    expect(refusal(await setDisabled(id, id, true, tuesday))).toBe('own_account')
    expect(refusal(await makeLink(id, id, tuesday))).toBe('own_account')
    const { memberships } = await database().account.findUniqueOrThrow({
      where: { id },
      include: { memberships: true },
    })
    const [membership] = memberships
    expect(refusal(await removeRole(id, id, membership?.id ?? '', tuesday))).toBe('own_account')
  })
})

describe('a second administrator’s word', () => {
  let [asker, other, third] = ['', '', '']
  beforeAll(async () => {
    // From the second administrator on; this database has had two for a while.
    asker = (await account('asker', 'admin')).id
    other = (await account('other', 'admin')).id
    third = (await account('third', 'admin')).id
  })
  const signedIn = async (id: string) => ({
    ...{ id, email: '', name: '' },
    sessionId: await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday),
  })
  type SignedIn = Awaited<ReturnType<typeof signedIn>>
  const codeSeenBy = async (owner: SignedIn) => (await ownGrants(owner))[0]?.code ?? null
  /** Signs in and chooses a password. */
  const choosing = async (id: string, chosen: string) => {
    const owner = await signedIn(id)
    expect(refusal(await changeOwnPassword(owner, chosen, tuesday))).toBeNull()
    return owner
  }
  /** Approves with the code that the account's owner sees, once they have chosen a password. */
  const approved = async (by: string, id: string) => {
    const code = await codeSeenBy(await choosing(id, `chosen by its owner, ${randomUUID()}`))
    return decideGrant(by, (await waitingFor(id)).id, true, tuesday, code ?? '')
  }
  const demoStore = () => database().store.findUniqueOrThrow({ where: { code: 'demo' } })
  const rolesOf = async (id: string) =>
    (await database().membership.findMany({ where: { accountId: id } })).map(({ role }) => role)
  const waitingFor = async (id: string) => {
    const [grant] = await waitingGrants(id)
    if (!grant) throw new Error('nothing waits')
    return grant
  }
  const audited = async (what: string) =>
    (await database().auditEntry.findFirst({ where: { what }, orderBy: { id: 'desc' } }))?.actorId

  it.each(['reviewer', 'admin'] as const)('is needed to make somebody %s', async (role) => {
    const { id } = await account(`new-${role}`, 'staff')
    expect((await addRole(asker, id, role, 'demo', tuesday)).ok).toBe(true)
    expect(await rolesOf(id)).toEqual(['staff'])
    expect(await audited('access.ask')).toBe(asker)
    const grant = await waitingFor(id)
    expect(grant).toMatchObject({ kind: 'role', role, askedBy: asker })
    expect(refusal(await decideGrant(asker, grant.id, true, tuesday))).toBe('own_request')
    expect(refusal(await decideGrant(id, grant.id, true, tuesday))).toBe('own_account')
    expect((await approved(other, id)).ok).toBe(true)
    expect(await rolesOf(id)).toEqual(['staff', role])
    expect(await audited('access.approve')).toBe(other)
    expect(refusal(await decideGrant(third, grant.id, true, tuesday))).toBe('decided_already')
  })

  it('is needed for a new reviewer’s account too; a refusal leaves it without the role', async () => {
    const email = 'fresh-reviewer@duties.test'
    const fresh = { email, name: 'Fresh', password, role: 'reviewer', storeCode: 'demo' } as const
    const made = await createAccount(fresh, asker, tuesday)
    const id = made.ok ? made.value.id : ''
    expect(await rolesOf(id)).toEqual([])
    expect((await decideGrant(other, (await waitingFor(id)).id, false, tuesday)).ok).toBe(true)
    expect(await rolesOf(id)).toEqual([])
    expect(await audited('access.refuse')).toBe(other)
  })

  it.each([
    ['whole numbers', { role: 'staff', fullNumber: true, reason: 'review' }],
    ['a reviewer’s', { role: 'reviewer', fullNumber: false }],
  ] as const)('is needed for a key with %s; until then it opens nothing', async (_, more) => {
    const key = { name: 'guarded', storeCodes: ['demo'], ...more }
    const made = await createKey(asker, key, tuesday)
    const text = made.ok ? made.value.text : ''
    expect(await callerByKey(text, tuesday)).toBeNull()
    const row = await database().apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    const waiting = await database().apiKey.findFirstOrThrow({
      where: { waiting: true, createdAt: row.createdAt },
      orderBy: { accountId: 'desc' },
    })
    const grant = await waitingFor(waiting.accountId)
    expect(refusal(await decideGrant(asker, grant.id, true, tuesday))).toBe('own_request')
    expect((await decideGrant(other, grant.id, true, tuesday)).ok).toBe(true)
    expect(await callerByKey(text, tuesday)).not.toBeNull()
  })

  it('activates the guarded roles of a reset account; its requester cannot', async () => {
    const { id } = await account('reset', 'staff')
    await addRole(asker, id, 'reviewer', 'demo', tuesday)
    await approved(other, id)
    expect((await resetBy(asker, id, 'chosen by the link, by whoever had it')).ok).toBe(true)
    const session = await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
    const roles = async () => {
      const found = await accountOfSession(session, tuesday)
      return found?.memberships.map(({ role }) => role)
    }
    expect(await roles()).toEqual(['staff'])
    const grant = await waitingFor(id)
    expect(refusal(await decideGrant(asker, grant.id, true, tuesday))).toBe('own_request')
    await approved(third, id)
    // Nothing that let one in before is trusted: neither this session, nor a second factor.
    expect(await accountOfSession(session, tuesday)).toBeNull()
    const again = await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
    const found = await accountOfSession(again, tuesday)
    expect(found?.memberships.map((one) => one.role)).toEqual(['staff', 'reviewer'])
  })

  it('is needed again from an account that is let in again', async () => {
    const { id } = await account('let-in-again', 'staff')
    await database().membership.create({
      data: { accountId: id, role: 'reviewer', storeId: (await demoStore()).id },
    })
    await setDisabled(asker, id, true, tuesday)
    await setDisabled(asker, id, false, tuesday)
    const session = await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
    const found = await accountOfSession(session, tuesday)
    expect(found?.memberships.map(({ role }) => role)).toEqual(['staff'])
    expect((await waitingFor(id)).kind).toBe('return')
  })

  it('is not enough while its requester may know the password', async () => {
    const by = (await account('giver', 'admin')).id
    const answers = (await account('answers', 'admin')).id
    const { id } = await account('known', 'staff', by)
    await addRole(by, id, 'reviewer', 'demo', tuesday)
    const { id: grant } = await waitingFor(id)
    const answered = (code: string | null) => decideGrant(answers, grant, true, tuesday, code ?? '')
    // Nobody has chosen a password since it was given: there is no code to tell.
    expect(await codeSeenBy(await signedIn(id))).toBeNull()
    expect(refusal(await answered('ABCDEF'))).toBe('password_not_own')
    // Whoever gave the password chooses the next, and passes that on as the first.
    const giver = await choosing(id, 'chosen by who gave it')
    const told = await codeSeenBy(giver)
    expect(told).not.toBeNull()
    await database().passkey.create({
      data: {
        id: 'planted',
        accountId: id,
        publicKey: new Uint8Array(1),
        counter: 0,
        name: 'x',
        addedAt: tuesday,
      },
    })
    // Its owner signs in with it, and sees a code only once they have chosen another.
    expect(await codeSeenBy(await signedIn(id))).toBeNull()
    const owner = await choosing(id, 'known to its owner alone')
    expect(refusal(await answered(told))).toBe('owner_code_wrong')
    expect(refusal(await answered(null))).toBe('owner_code_wrong')
    // The session that was ended changes nothing any more.
    expect(refusal(await changeOwnPassword(giver, 'taken back again', tuesday))).not.toBeNull()
    expect(await rolesOf(id)).toEqual(['staff'])
    expect((await answered(await codeSeenBy(owner))).ok).toBe(true)
    expect(await rolesOf(id)).toEqual(['staff', 'reviewer'])
    expect(await database().passkey.count({ where: { accountId: id } })).toBe(0)
    expect(await accountBySignIn('known@duties.test', 'known to its owner alone')).toBe(id)
  })

  it("cannot be given by the administrator who set the account's password", async () => {
    const { id } = await account('given-by-answerer', 'staff', other)
    await addRole(third, id, 'reviewer', 'demo', tuesday)
    expect(refusal(await approved(other, id))).toBe('password_given')
  })

  it('must be requested again by the administrator of the last reset', async () => {
    const { id } = await account('reset-twice', 'staff')
    await addRole(asker, id, 'reviewer', 'demo', tuesday)
    expect((await approved(other, id)).ok).toBe(true)
    await resetBy(asker, id, 'a phrase after the first link')
    await resetBy(other, id, 'a phrase after the second link')
    expect((await waitingGrants(id)).map(({ askedBy }) => askedBy)).toEqual([other])
    expect((await approved(asker, id)).ok).toBe(true)
  })

  it('may be an operator’s, where the second administrator is the one to let in', async () => {
    const { id, email } = await account('locked-out', 'admin')
    await resetBy(asker, id, 'a phrase after the only link')
    expect((await waitingFor(id)).kind).toBe('return')
    expect(await approveAsOperator(email, tuesday)).toBe(1)
    expect(await waitingGrants(id)).toEqual([])
    expect((await database().account.findUniqueOrThrow({ where: { id } })).awaitsWord).toBe(false)
    expect(await approveAsOperator('nobody@duties.test', tuesday)).toBeNull()
  })

  it('is refused by a wrong code ten times an hour at most', async () => {
    const { id } = await account('code-guessed', 'staff')
    await choosing(id, 'chosen before it was guessed')
    await addRole(asker, id, 'reviewer', 'demo', tuesday)
    const { id: grant } = await waitingFor(id)
    const answers: (string | null)[] = []
    for (let turn = 0; turn < 11; turn += 1) {
      answers.push(refusal(await decideGrant(third, grant, true, tuesday, 'ZZZZZZ')))
    }
    expect(answers.filter((code) => code === 'owner_code_wrong')).toHaveLength(10)
    expect(answers.at(-1)).toBe('too_many_tries')
  })

  it('stays needed when one administrator shuts all others out', async () => {
    for (const id of [other, third]) await setDisabled(asker, id, true, tuesday)
    const admins = await database().account.findMany({
      where: { disabledAt: null, id: { not: asker }, memberships: { some: { role: 'admin' } } },
    })
    for (const { id } of admins) await setDisabled(asker, id, true, tuesday)
    const { id } = await account('puppet', 'staff')
    await addRole(asker, id, 'reviewer', 'demo', tuesday)
    expect(await rolesOf(id)).toEqual(['staff'])
  })

  it('is needed although the second was shut out before anything took two', async () => {
    const earlier = { memberships: { some: { role: 'admin' } } }
    await database().account.updateMany({ where: earlier, data: { disabledAt: tuesday } })
    await database().setting.deleteMany({ where: { name: 'two_administrators' } })
    const [first, second] = [await account('first', 'admin'), await account('second', 'admin')]
    const { id } = await account('puppet-of-first', 'staff')
    expect((await setDisabled(first.id, second.id, true, tuesday)).ok).toBe(true)
    await addRole(first.id, id, 'reviewer', 'demo', tuesday)
    expect(await rolesOf(id)).toEqual(['staff'])
  })

  it('is enforced by the database for every writer', async () => {
    const row = { id: '01900000-0000-7000-8000-00000000dead', kind: 'role', accountId: asker }
    const own = { ...row, askedBy: asker, askedAt: tuesday }
    await expect(database().accessGrant.create({ data: own })).rejects.toThrow()
  })
})
