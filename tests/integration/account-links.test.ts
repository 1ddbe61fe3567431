// Links by which people choose a password: invitations and lost passwords (adr 53).
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAccount, setDisabled } from '@/lib/accounts/commands'
import { enableTotp } from '@/lib/accounts/factors/commands'
import { totpCode } from '@/lib/accounts/factors/totp'
import { ownGrants, waitingGrants } from '@/lib/accounts/grants/queries'
import { decideGrant } from '@/lib/accounts/grants/commands'
import {
  makeLink,
  makeLinkAsOperator,
  setPasswordAsOperator,
  takeLink,
  withdrawLink,
} from '@/lib/accounts/links/commands'
import { openLink } from '@/lib/accounts/links/queries'
import { accountBySignIn, accountToManage } from '@/lib/accounts/queries'
import { beginSession } from '@/lib/accounts/sessions/commands'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { signInByPassword } from '@/lib/accounts/sign-in/commands'
import { auditEntries } from '@/lib/audit/queries'
import { database } from '@/lib/db/client'
import type { Role } from '@/lib/domain/permissions'
import { rateLimits } from '@/lib/rate-limits/limits'
import { anywhere } from '../factories/account-links'
import { smtpServer } from '../factories/gateways'
import { tuesday } from '../factories/requests'

const day = 86_400_000
const later = (days: number) => new Date(tuesday.getTime() + days * day)
const chosen = 'a sentence that is easily remembered'
const invited = async (name: string, by: string, role: Role = 'staff') => {
  const email = `${name}@links.test`
  const store = role === 'admin' ? {} : { storeCode: 'demo' }
  const password = 'nobody knows this password'
  const made = await createAccount({ email, name, password, role, ...store }, by, tuesday)
  if (!made.ok) throw new Error(made.refusal.code)
  return { id: made.value.id, email }
}
const linkFor = async (by: string, id: string, at = tuesday) => {
  const made = await makeLink(by, id, at)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const take = (text: string, password = chosen, now = tuesday, code?: string) =>
  takeLink({ text, password, code }, anywhere, now)

let [admin, second] = ['', '']
beforeAll(async () => {
  admin = (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } }))
    .id
  const other = { email: 'second@links.test', name: 'Second', password: chosen } as const
  const made = await createAccount({ ...other, role: 'admin' }, null, tuesday)
  second = made.ok ? made.value.id : ''
})
beforeEach(async () => void (await database().$executeRaw`delete from attempt`))

describe('an invitation', () => {
  it('lets its person choose a password once, and signs them in', async () => {
    const { id, email } = await invited('joins', admin)
    expect(await accountToManage(id, tuesday)).toMatchObject({ state: 'invitation_over' })
    const { text, kind, expiresAt } = await linkFor(admin, id)
    expect([kind, expiresAt]).toEqual(['invitation', later(7)])
    expect(await accountToManage(id, tuesday)).toMatchObject({
      state: 'invited',
      link: { expiresAt: later(7), mailed: false },
    })
    expect(await openLink(text, tuesday)).toMatchObject({ email, name: 'joins' })
    for (const [weak, fault] of [
      ['short', 'password_short'],
      ['password12345678', 'password_common'],
      [email, 'password_personal'],
    ] as const)
      expect(await take(text, weak)).toBe(fault)
    const taken = await take(text)
    if (typeof taken === 'string') throw new Error(taken)
    const roles = (await accountOfSession(taken.sessionId, tuesday))?.memberships
    expect(roles).toMatchObject([{ role: 'staff', storeCode: 'demo' }])
    expect(await accountBySignIn(email, chosen)).toBe(id)
    expect(await accountToManage(id, tuesday)).toMatchObject({ state: 'active', link: null })
    expect(await take(text, 'another long sentence of somebody')).toBe('link_over')
    expect(await accountBySignIn(email, chosen)).toBe(id)
  })

  it('is taken by one of two who use it at once', async () => {
    const { id, email } = await invited('twice-at-once', admin)
    const { text } = await linkFor(admin, id)
    const words = ['the first of two sentences', 'the other of two sentences']
    const taken = await Promise.all(words.map((password) => take(text, password)))
    expect(taken.filter((answer) => answer === 'link_over')).toHaveLength(1)
    const won = words[taken.findIndex((answer) => answer !== 'link_over')] ?? ''
    expect(await accountBySignIn(email, won)).toBe(id)
    expect(await database().session.count({ where: { accountId: id } })).toBe(1)
  })

  it('opens nothing once it is expired, withdrawn, replaced, or its account disabled', async () => {
    const { id } = await invited('over', admin)
    const first = await linkFor(admin, id)
    const replacing = await linkFor(second, id)
    const { text } = replacing
    for (const [over, at] of [
      [first.text, tuesday],
      [text, later(7)],
      ['x'.repeat(43), tuesday],
    ] as const) {
      expect(await openLink(over, at)).toBeNull()
      expect(await take(over, chosen, at)).toBe('link_over')
    }
    await setDisabled(admin, id, true, tuesday)
    expect(await openLink(text, tuesday)).toBeNull()
    expect(await take(text)).toBe('link_over')
    expect(await makeLink(admin, id, tuesday)).toMatchObject({
      refusal: { code: 'account_disabled' },
    })
    await setDisabled(admin, id, false, tuesday)
    expect((await withdrawLink(admin, id, tuesday)).ok).toBe(true)
    expect(await take(text)).toBe('link_over')
    expect(await withdrawLink(admin, id, tuesday)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await accountToManage(id, tuesday)).toMatchObject({ state: 'invitation_over' })
  })

  it('is one at a time, whoever makes two at once', async () => {
    const { id } = await invited('made-twice', admin)
    const made = await Promise.all([linkFor(admin, id), linkFor(second, id)])
    const open = await Promise.all(made.map(({ text }) => openLink(text, tuesday)))
    expect(open.filter(Boolean)).toHaveLength(1)
  })

  it('keeps no secret: neither in the database nor in the audit', async () => {
    const { id } = await invited('no-secret', admin)
    const { text } = await linkFor(admin, id)
    await take(text)
    const rows = await database().accountLink.findMany()
    const everything = JSON.stringify([await database().auditEntry.findMany(), rows])
    for (const secret of [text, chosen]) expect(everything).not.toContain(secret)
    const kinds = (await auditEntries({ limit: 3, q: 'no-secret@links.test' })).items
    expect(kinds.map(({ what }) => what)).toEqual([
      'account.password',
      'account.invite',
      'account.create',
    ])
  })

  it('still takes two administrators to make a reviewer, whose code is in that session', async () => {
    const { id } = await invited('becomes-reviewer', admin, 'reviewer')
    const { text } = await linkFor(admin, id)
    const taken = await take(text)
    if (typeof taken === 'string') throw new Error(taken)
    expect((await accountOfSession(taken.sessionId, tuesday))?.memberships).toEqual([])
    const [grant] = await waitingGrants(id)
    const code = (await ownGrants(taken))[0]?.code ?? ''
    const answer = (by: string) => decideGrant(by, grant?.id ?? '', true, tuesday, code)
    expect(await answer(admin)).toMatchObject({ refusal: { code: 'own_request' } })
    expect((await answer(second)).ok).toBe(true)
    const again = await beginSession(id, 'password', true, { browser: '', address: '' }, tuesday)
    const found = await accountOfSession(again, tuesday)
    expect(found?.memberships).toMatchObject([{ role: 'reviewer' }])
  })

  it('is limited by who makes it and for whom; guesses by their address', async () => {
    const { id } = await invited('limited', admin)
    for (let turn = 0; turn < rateLimits.link_made_for.points; turn += 1) await linkFor(admin, id)
    expect(await makeLink(second, id, tuesday)).toMatchObject({
      refusal: { code: 'links_too_often' },
    })
    const other = await invited('limited-not', admin)
    const { text } = await linkFor(admin, other.id)
    const from = (address: string) => ({ headers: { get: () => address }, device: null })
    const guess = () =>
      takeLink({ text: 'x'.repeat(43), password: chosen }, from('198.51.100.66'), tuesday)
    for (let turn = 0; turn < rateLimits.link_address.points; turn += 1)
      expect(await guess()).toBe('link_over')
    expect(await guess()).toBe('too_many')
    const elsewhere = await takeLink({ text, password: chosen }, from('203.0.113.7'), tuesday)
    expect(elsewhere).toMatchObject({ id: other.id })
  })
})

describe('a lost password', () => {
  const member = async (name: string) => {
    const { id, email } = await invited(name, admin)
    await take((await linkFor(admin, id)).text)
    return { id, email }
  }

  it('is replaced by a link of a day, which ends the sessions', async () => {
    const { id, email } = await member('forgetful')
    const old = await beginSession(id, 'password', false, { browser: '', address: '' }, tuesday)
    const { text, kind, expiresAt } = await linkFor(second, id)
    expect([kind, expiresAt]).toEqual(['password', later(1)])
    // Until it is taken, nothing changes for whoever is signed in.
    expect(await accountOfSession(old, tuesday)).not.toBeNull()
    expect(await take(text, 'a new sentence, better remembered')).toMatchObject({ id })
    expect(await accountOfSession(old, tuesday)).toBeNull()
    expect(await accountBySignIn(email, chosen)).toBeNull()
  })

  it('does not replace a second factor', async () => {
    const { id, email } = await member('second-factor')
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    const sessionId = await beginSession(
      id,
      'password',
      false,
      { browser: '', address: '' },
      tuesday,
    )
    await enableTotp({ id, email, sessionId }, secret, totpCode(secret, tuesday), tuesday)
    const { text } = await linkFor(second, id)
    const now = new Date(tuesday.getTime() + 60_000)
    expect(await take(text, 'eight with it', now)).toBe('second_factor')
    expect(await take(text, 'eight with it', now, '000000')).toBe('code_wrong')
    expect(await openLink(text, now)).toMatchObject({ hasFactor: true })
    const taken = await take(text, 'eight with it', now, totpCode(secret, now))
    if (typeof taken === 'string') throw new Error(taken)
    expect(await accountOfSession(taken.sessionId, now)).toMatchObject({ strong: true })
  })

  it('of the only administrator is replaced by an operator, who signs them out', async () => {
    const only = await database().account.findUniqueOrThrow({ where: { id: second } })
    const old = await beginSession(second, 'code', true, { browser: '', address: '' }, tuesday)
    const made = await makeLinkAsOperator('Second@links.test', false, tuesday)
    if (!made.ok) throw new Error(made.refusal.code)
    expect(await accountOfSession(old, tuesday)).toBeNull()
    const taken = await take(made.value.text, 'back at last with a new sentence')
    if (typeof taken === 'string') throw new Error(taken)
    // An operator is at the machine: no second administrator is asked.
    const found = await accountOfSession(taken.sessionId, tuesday)
    expect(found?.memberships).toMatchObject([{ role: 'admin' }])
    const typed = { email: only.email, password: 'typed by the operator now' }
    expect(await setPasswordAsOperator(typed.email, 'short', false, tuesday)).toMatchObject({
      refusal: { code: 'password_short' },
    })
    expect((await setPasswordAsOperator(typed.email, typed.password, true, tuesday)).ok).toBe(true)
    expect(await accountOfSession(taken.sessionId, tuesday)).toBeNull()
    expect(await signInByPassword(typed, anywhere, tuesday)).toMatchObject({ id: second })
    const unknown = 'nobody@links.test'
    for (const answer of [
      await makeLinkAsOperator(unknown, false, tuesday),
      await setPasswordAsOperator(unknown, typed.password, false, tuesday),
    ])
      expect(answer).toMatchObject({ refusal: { code: 'not_found' } })
    const [last] = (await auditEntries({ limit: 1 })).items
    expect(last).toMatchObject({ what: 'account.password', subject: only.email, by: null })
  })
})

describe('the mail with a link', () => {
  let smtp: Awaited<ReturnType<typeof smtpServer>>
  const mail = {
    id: 'link-1',
    to: 'fresh@links.test',
    subject: '请开通 · Join',
    text: '您好\nHello',
  }
  beforeAll(async () => {
    smtp = await smtpServer()
  })
  afterAll(async () => {
    await smtp.close()
    vi.unstubAllEnvs()
  })
  /** The mailing of a desk whose operator has set this server, or none. */
  const mailing = async (url: string) => {
    vi.stubEnv('SMTP_URL', url)
    vi.stubEnv('MAIL_FROM', 'desk@example.test')
    vi.resetModules()
    const { mailAccountLink } = await import('@/lib/notices/account-links')
    return mailAccountLink(mail)
  }

  it('goes to the server that is set up; without one, or refused, it is to be handed over', async () => {
    expect(await mailing('')).toBe('no_mail')
    expect(await mailing(smtp.url)).toBe('mailed')
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]).toMatchObject({ subject: mail.subject })
    expect(smtp.mails[0]?.text?.trim()).toBe(mail.text)
    smtp.refuse(550)
    expect(await mailing(smtp.url)).toBe('not_taken')
    smtp.refuse(null)
    expect(await mailing('smtp://127.0.0.1:1')).toBe('not_taken')
  })
})
