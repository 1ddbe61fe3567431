import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { foldEmail } from '@/lib/accounts/email'
import { accountBySignIn } from '@/lib/accounts/queries'
import { servingEnv } from '@/lib/env'
import { addressOf } from '@/lib/tries/address'
import type { Counted } from '@/lib/tries/limits'
import { countTry, forgiveTry } from '@/lib/tries/write'

const credentials = z.object({ email: z.string().max(200), password: z.string().max(200) })
const shiftSeconds = 12 * 60 * 60

/** Sign-in by e-mail and password. The token holds the account's id alone: roles are read at each request. */
export const authOptions = (): NextAuthOptions => ({
  secret: servingEnv().AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: shiftSeconds },
  pages: { signIn: '/signin', error: '/signin' },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(given, { headers = {} }) {
        const parsed = credentials.safeParse(given)
        if (!parsed.success) return null
        const { email, password } = parsed.data
        const tries: Counted[] = [['sign_in_address', addressOf({ get: (name) => headers[name] ?? null })], ['sign_in_account', foldEmail(email)]]
        if (await countTry(tries)) throw new Error('too_many')
        const id = await accountBySignIn(email, password)
        if (!id) return null
        await forgiveTry(tries)
        return { id }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub }),
    session: ({ session, token }) => ({ expires: session.expires, accountId: token.sub }),
  },
})
