import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { accountOfPasskey } from '@/lib/accounts/passkeys/commands'
import { shiftSeconds } from '@/lib/accounts/sessions/rules'
import { beginSession, endSession } from '@/lib/accounts/sessions/commands'
import { takeLink } from '@/lib/accounts/links/commands'
import { fromOf, signInByPassword } from '@/lib/accounts/sign-in/commands'
import { servingEnv } from '@/lib/env'
import { boundFaults } from '@/lib/forms/json-bounds'
import { readJson } from '@/lib/forms/read-json'
import { log } from '@/lib/log'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'
import { knownDevice, rememberDevice } from './known-device'
import { SignInEnded, withSignInErrors, refuseMalformed } from './sign-in-errors'
import { singleSignOn, ssoAccount, ssoId } from './single-sign-on'

const typed = z.object({
  email: z.string().max(200),
  password: z.string().max(200),
  code: z.string().max(40).optional(),
})
type Given = { headers?: Record<string, string | undefined> }
const headersOf = ({ headers = {} }: Given) => ({ get: (name: string) => headers[name] ?? null })

const byPassword = CredentialsProvider({
  credentials: { email: {}, password: {}, code: {} },
  authorize: (given, request) =>
    withSignInErrors(async () => {
      const parsed = typed.safeParse(given)
      if (!parsed.success) return null
      refuseMalformed(parsed.data)
      const { email } = parsed.data
      const on = { headers: headersOf(request), device: await knownDevice(email) }
      const outcome = await signInByPassword(parsed.data, on, new Date())
      if (typeof outcome === 'string') throw new SignInEnded(outcome)
      if (outcome) await rememberDevice(email)
      return outcome
    }),
})

const typedForLink = z.object({
  token: z.string().max(100),
  password: z.string().max(400),
  code: z.string().max(40).optional(),
})

/** By a link: the person chooses a password, and is signed in (adr 53). */
const byLink = CredentialsProvider({
  id: 'link',
  credentials: { token: {}, password: {}, code: {} },
  authorize: (given, request) =>
    withSignInErrors(async () => {
      const parsed = typedForLink.safeParse(given)
      if (!parsed.success) return null
      refuseMalformed(parsed.data)
      const { token, password, code } = parsed.data
      const on = { headers: headersOf(request), device: null }
      const outcome = await takeLink({ text: token, password, code }, on, new Date())
      if (typeof outcome === 'string') throw new SignInEnded(outcome)
      return outcome
    }),
})

const byPasskey = CredentialsProvider({
  id: 'passkey',
  credentials: { response: {} },
  authorize: (given, request) =>
    withSignInErrors(async () => {
      const headers = headersOf(request)
      const now = new Date()
      const tries = [['passkey_address', addressOf(headers)]] as const
      if (await countAttempt(tries)) throw new SignInEnded('too_many')
      const response = readJson(given?.response)
      const wellFormed = boundFaults(response)?.length === 0
      const id = wellFormed
        ? await accountOfPasskey(response as Parameters<typeof accountOfPasskey>[0], now)
        : null
      log[id ? 'info' : 'warn'](
        { event: id ? 'sign_in' : 'sign_in_refused', account: id, how: 'passkey' },
        id ? 'signed in' : 'a sign-in was refused',
      )
      if (id) await refundAttempt(tries)
      return id
        ? { id, sessionId: await beginSession(id, 'passkey', true, fromOf(headers), now) }
        : null
    }),
})

/**
 * Sign-in by password, passkey, a link, or the carrier's single sign-on. The token holds only the
 * ids of account and session: both are loaded on every HTTP request.
 */
export const authOptions = (from: Headers = new Headers()): NextAuthOptions => ({
  secret: servingEnv().AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: shiftSeconds },
  pages: { signIn: '/signin', error: '/signin' },
  providers: [byPassword, byPasskey, byLink, ...singleSignOn()],
  callbacks: {
    signIn: ({ account, profile }) =>
      withSignInErrors(
        async () =>
          account?.provider !== ssoId ||
          ((await ssoAccount(profile)) ? true : '/signin?error=sso_unknown'),
      ),
    async jwt({ token, user, account, profile }) {
      if (account?.provider === ssoId) {
        const id = await ssoAccount(profile)
        if (!id) throw new Error('sso_unknown')
        log.info({ event: 'sign_in', account: id, how: 'sso' }, 'signed in')
        return { sub: id, sid: await beginSession(id, 'sso', true, fromOf(from), new Date()) }
      }
      return {
        sub: user?.id ?? token.sub,
        sid: (user as { sessionId?: string } | undefined)?.sessionId ?? token.sid,
      }
    },
    session: ({ session, token }) => ({
      expires: session.expires,
      accountId: token.sub,
      sessionId: token.sid,
    }),
  },
  events: {
    async signOut({ token }) {
      if (token?.sub && typeof token.sid === 'string') await endSession(token.sub, token.sid)
    },
  },
})
