// An attacker at the front door, and what the others feel of it: the guide poisoned, everybody
// locked out, the web process ended, a clerk shut out, the last four digits tried for months, and
// addresses that are none (issue 26: 1, 2, 3, 6, 13, 14).
import { randomBytes } from 'node:crypto'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { built } from '../browser/access-table/built'
import { type Answer, ask } from '../browser/access-table/http'
import { signInAt } from '../browser/access-table/sign-in'
import { demoPassword } from '../factories/prepared-desk'
import { type TrialDesk, trialDesk } from './desk'
import { type Trial, each } from './trial'

const attacker = '127.66.6.6'
const manyAddresses = (turn: number) => `127.67.${(turn >> 7) & 127}.${1 + (turn & 127)}`
const customer = '127.1.1.1'

const actionId = (name: string) => built().actions.find((action) => action.name === name)?.id ?? ''
const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

type Attack = {
  desk: TrialDesk
  address: string
  size: number
  broken: string[]
  count: { sent: number }
}
type Victim = { reference: string; code: string; link: string; phoneEnd: string }

/** Looks a request up as the form does; gives `in`, or the code of the answer. */
async function lookUp(address: string, reference: string, secret: string, from: string) {
  const body = new FormData()
  body.set('_1_reference', reference)
  body.set('_1_secret', secret)
  body.set('0', '[{"reference":"","secret":""},"$K1"]')
  const headers = { 'next-action': actionId('status#lookUp') }
  const answer = await ask(`${address}/status`, { method: 'POST', headers, body }, from)
  if (answer.location) return 'in'
  return /"answer":"(\w+)"/.exec(answer.text)?.[1] ?? `status ${answer.status}`
}

async function signIn(address: string, password: string, from: string): Promise<Answer> {
  const csrf = await ask(`${address}/api/auth/csrf`, {}, from)
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const email = 'staff@example.test'
  const body = new URLSearchParams({ csrfToken, email, password, json: 'true' })
  const headers = { cookie: csrf.cookies.join('; ') }
  return ask(`${address}/api/auth/callback/credentials`, { method: 'POST', headers, body }, from)
}

/** Sends many at once as an attacker might; answers of 500 and more, and lines cut, are broken. */
async function bombard(attack: Attack, name: string, send: (turn: number) => Promise<Answer>) {
  const failed = new Map<string, number>()
  await each(attack.size, 8, async (turn) => {
    attack.count.sent += 1
    const said = await send(turn).then(
      ({ status }) => (status >= 500 && status !== 503 ? `status ${status}` : ''),
      (error: Error) => error.message,
    )
    if (said) failed.set(said, (failed.get(said) ?? 0) + 1)
  })
  for (const [said, count] of failed) attack.broken.push(`${name}: ${count} times ${said}`)
}

const poisons: Record<string, string>[] = [
  { 'x-middleware-prefetch': '1' },
  { 'x-middleware-subrequest': 'proxy' },
  { 'x-matched-path': '/en/signin' },
  { 'next-router-prefetch': '1' },
  { 'x-forwarded-host': 'evil.example' },
  { accept: 'text/x-component', 'user-agent': 'Googlebot' },
]

async function poisonGuide(attack: Attack) {
  const { address, broken } = attack
  const paths = ['/guide', '/en/guide', '/guide/sim/in-store', '/guide/esim/online?region=CN-GD']
  await bombard(attack, 'poisoned guide', async (turn) => {
    const path = paths[turn % paths.length] ?? ''
    const headers = poisons[turn % poisons.length] ?? {}
    await ask(`${address}${path}`, { headers }, attacker)
    const read = await ask(`${address}${path}`, {}, customer)
    const isWhole = read.status === 200 && /<h1[\s\S]*<\/html>$/.test(read.text)
    if (!isWhole) broken.push(`${path} is blank`)
    if (read.text.includes('evil.example')) broken.push(`${path} names another host`)
    return read
  })
}

async function longBodies(attack: Attack) {
  const { address, broken } = attack
  const nested = `${'['.repeat(12_000_000)}${']'.repeat(12_000_000)}`
  const fields = Array.from({ length: 1_000_000 }, (_, place) => `f${place}=1`).join('&')
  const bodies: [string, string, Record<string, string>, string][] = [
    ['POST', '/api/auth/callback/credentials', json, nested],
    ['POST', '/api/requests/check', form, fields],
    ['POST', '/signin', { ...form, 'next-action': actionId('signin#askPasskey') }, fields],
    ['POST', '/api/v1/requests', json, nested],
  ]
  // Each is 9 to 24 MB: a twentieth of the size is load enough.
  const few = { ...attack, size: Math.max(bodies.length, Math.round(attack.size / 20)) }
  await bombard(few, 'long bodies', async (turn) => {
    const [method, path, headers, body] = bodies[turn % bodies.length] ?? ['', '', {}, '']
    const answer = await ask(`${address}${path}`, { method, headers, body }, attacker)
    if (answer.status !== 413) broken.push(`${path} took a long body: ${answer.status}`)
    return answer
  })
  // At their bounds: what is taken is borne.
  const nestedAtBound = `${'['.repeat(32_000)}${']'.repeat(32_000)}`
  await bombard(attack, 'bodies at their bounds', (turn) => {
    const [path, headers] = turn % 2 ? ['/signin', form] : ['/status', json]
    const asked = { 'next-action': actionId(turn % 2 ? 'signin#askPasskey' : 'status#lookUp') }
    const body = turn % 2 ? fields.slice(0, 64_000) : nestedAtBound
    const init = { method: 'POST', headers: { ...headers, ...asked }, body }
    // Next answers what is no form of an action with 500 by itself; it must not be worse.
    return ask(`${address}${path}`, init, attacker).then((answer) =>
      answer.status === 500 ? { ...answer, status: 400 } : answer,
    )
  })
  const heads = (turn: number) =>
    ask(`${address}/api/events?turn=${turn}`, { method: 'HEAD' }, attacker)
  await bombard(attack, 'streams that nobody listens to', heads)
}

async function lockOut(attack: Attack, victim: Victim) {
  const { address, broken } = attack
  const referenceOf = (turn: number) =>
    turn % 4 ? makeReference(randomBytes(32)) : victim.reference
  // At full size more than the limit of all look-ups together.
  const enough = { ...attack, size: attack.size < 500 ? attack.size : 2100 }
  await bombard(enough, 'look-ups of one address', async (turn) => {
    await lookUp(address, referenceOf(turn), '0000', attacker)
    return ask(`${address}/s/${victim.reference}/${'x'.repeat(22)}`, {}, attacker)
  })
  const code = await lookUp(address, victim.reference, victim.code, customer)
  if (code !== 'in') broken.push(`the slip's code is answered ${code} after another's guesses`)
  const link = await ask(`${address}/s/${victim.reference}/${victim.link}`, {}, customer)
  if (!/status\//.test(link.location)) broken.push(`the slip's link is answered ${link.status}`)
}

async function shutClerkOut(attack: Attack) {
  const { address, broken } = attack
  const first = await signIn(address, demoPassword, customer)
  const known = first.cookies.filter((cookie) => !/session-token|csrf/.test(cookie)).join('; ')
  await bombard(attack, 'a clerk’s account', (turn) => signIn(address, 'x', manyAddresses(turn)))
  const csrf = await ask(`${address}/api/auth/csrf`, {}, customer)
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const email = 'staff@example.test'
  const body = new URLSearchParams({ csrfToken, email, password: demoPassword, json: 'true' })
  const headers = { cookie: [...csrf.cookies, known].filter(Boolean).join('; ') }
  const path = `${address}/api/auth/callback/credentials`
  const again = await ask(path, { method: 'POST', headers, body }, customer)
  const isIn = again.cookies.some((cookie) => cookie.includes('session-token'))
  if (!isIn) broken.push('a clerk whose address was guessed at cannot sign in on their own device')
}

/** Guesses with patience: each from another address, after the hour's limit has been cleared. */
async function lastFour(attack: Attack, victim: Victim) {
  const { address, broken, desk } = attack
  const { withClient } = await import('@/lib/ops/database/roles')
  const hourLater = () =>
    withClient(desk.urls.owner, (client) => client.query('delete from attempt'))
  let looked = 0
  for (let hour = 0; hour < 12; hour += 1) {
    for (let guess = 0; guess < 10; guess += 1) {
      attack.count.sent += 1
      const secret = String(1000 + hour * 10 + guess)
      const said = await lookUp(address, victim.reference, secret, manyAddresses(hour * 10 + guess))
      if (said === 'nothing') looked += 1
    }
    await hourLater()
  }
  if (looked > 50) broken.push(`${looked} guesses at the last four digits were looked at`)
  const phone = await lookUp(address, victim.reference, victim.phoneEnd, customer)
  if (phone === 'in') broken.push('the last four digits still open the request after 50 guesses')
  const code = await lookUp(address, victim.reference, victim.code, customer)
  if (code !== 'in') broken.push(`the slip's code is answered ${code} after 120 guesses`)
}

async function noAddresses(attack: Attack) {
  const parts = ['%', '%25', '%00', '%zz', '__proto__', 'constructor', '%2e%2e', '%E4']
  const above = ['/requests', '/status', '/s', '/guide/sim', '/verify', '/ask', '/api/pictures']
  await bombard(attack, 'addresses that are none', (turn) => {
    const part = parts[turn % parts.length]
    const path = above[Math.floor(turn / parts.length) % above.length]
    return ask(`${attack.address}${path}/${part}`, {}, attacker)
  })
}

export const frontDoor: Trial = {
  name: 'front-door',
  what: 'an attacker at the front door, and what readers, customers and clerks feel of it',
  small: 60,
  usual: 1000,
  async run(size) {
    const desk = await trialDesk(1)
    const [address = ''] = desk.addresses
    const attack: Attack = { desk, address, size, broken: [], count: { sent: 0 } }
    try {
      const { opened } = await import('../factories/requests')
      const { slipSecrets } = await import('@/lib/cancellation/crypto/slip-secrets')
      const contact = { phone: '+8613700779911' }
      const made = async (phoneNumber: string): Promise<Victim> => {
        const { id, reference, slip } = await opened({ phoneNumber, contact }, new Date())
        const { code, link } = await slipSecrets(id, slip.serial)
        return { reference, code, link, phoneEnd: '9911' }
      }
      const victim = await made('13700880011')
      await poisonGuide(attack)
      await lockOut(attack, victim)
      await lastFour(attack, victim)
      await noAddresses(attack)
      await shutClerkOut(attack)
      await longBodies(attack)
      await signInAt(address, 'reviewer@example.test', demoPassword)
      if (desk.said().includes('FATAL ERROR')) attack.broken.push('the web process ended')
    } finally {
      await desk.stop()
    }
    return { tried: `${attack.count.sent} attacks`, broken: attack.broken }
  },
}
