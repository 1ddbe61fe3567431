// Guesses at requests and accounts, at once, from many addresses, over three processes: exactly as
// many are looked at as the limits allow.
import { createHash } from 'node:crypto'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { rateLimits } from '@/lib/rate-limits/limits'
import { built } from '../browser/access-table/built'
import { ask } from '../browser/access-table/http'
import { type TrialDesk, trialDesk } from './desk'
import { type Trial, each } from './trial'

const references = Array.from({ length: 20_000 }, (_, place) =>
  makeReference(createHash('sha256').update(String(place)).digest()),
)
const addressOf = (place: number) => `127.9.${place >> 8}.${place & 255}`

/** One look-up without any script of ours; says whether it was looked at, or turned away unseen. */
async function lookUp(
  desk: TrialDesk,
  turn: number,
  reference: string,
  from: string,
  headers: Record<string, string> = {},
): Promise<'looked' | 'limited'> {
  const form = new FormData()
  form.set('_1_reference', reference)
  form.set('_1_secret', '0000')
  form.set('0', '[{"reference":"","secret":""},"$K1"]')
  const id = built().actions.find(({ name }) => name === 'status#lookUp')?.id ?? ''
  const { text } = await ask(
    `${desk.addresses[turn % desk.addresses.length]}/status`,
    { method: 'POST', headers: { 'next-action': id, ...headers }, body: form },
    from,
  )
  if (text.includes('"answer":"tooMany"')) return 'limited'
  if (text.includes('"answer":"nothing"')) return 'looked'
  throw new Error(`a look-up was answered neither: ${text.slice(0, 200)}`)
}

async function signIn(
  desk: TrialDesk,
  turn: number,
  email: string,
  from: string,
): Promise<'looked' | 'limited'> {
  const address = desk.addresses[turn % desk.addresses.length] ?? ''
  const csrf = await ask(`${address}/api/auth/csrf`, {}, from)
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const { text } = await ask(
    `${address}/api/auth/callback/credentials`,
    {
      method: 'POST',
      headers: { cookie: csrf.cookies.join('; ') },
      body: new URLSearchParams({ csrfToken, email, password: 'wrong', json: 'true' }),
    },
    from,
  )
  return text.includes('too_many') ? 'limited' : 'looked'
}

export const guessing: Trial = {
  name: 'guessing',
  what: 'guesses at once from many addresses over three processes',
  small: 2200,
  usual: 10_000,
  async run(size) {
    const desk = await trialDesk(3)
    const broken: string[] = []
    let tried = 0
    const count = async (
      what: string,
      tries: number,
      allowed: number,
      work: (place: number) => Promise<'looked' | 'limited'>,
    ) => {
      let looked = 0
      await each(tries, 48, async (place) => {
        tried += 1
        if ((await work(place)) === 'looked') looked += 1
      })
      if (looked !== allowed) broken.push(`${what}: ${looked} looked at, ${allowed} allowed`)
    }
    try {
      const { status_reference, status_address, sign_in_account } = rateLimits
      await count('one request from many addresses', 60, status_reference.points, (place) =>
        lookUp(desk, place, references[0] ?? '', addressOf(place)),
      )
      await count(
        'many requests from one address, which says each time that it is another',
        90,
        status_address.points,
        (place) =>
          lookUp(desk, place, references[1 + place] ?? '', '127.8.0.1', {
            'x-forwarded-for': `10.0.${place}.1`,
            forwarded: `for=10.1.${place}.1`,
          }),
      )
      // There is no limit for all together: nobody can turn it on everybody.
      await count('many requests from many addresses', size, size, (place) =>
        lookUp(desk, place, references[200 + place] ?? '', addressOf(1000 + (place % 1000))),
      )
      await count('one account from many addresses', 140, sign_in_account.points, (place) =>
        signIn(desk, place, 'staff@example.test', addressOf(3000 + place)),
      )
      // The limiter closes when its store is gone.
      await desk.kill('postgres')
      const without = await lookUp(desk, 0, references[0] ?? '', '127.8.0.2').catch(() => 'closed')
      if (without === 'looked') broken.push('without its store the limit lets guesses through')
    } finally {
      await desk.start('postgres')
      await desk.stop()
    }
    return { tried: `${tried} guesses from 1,000 addresses over 3 processes`, broken }
  },
}
