import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { accountBySignIn } from '@/lib/accounts/queries'
import { servingEnv } from '@/lib/env'

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
      async authorize(given) {
        const parsed = credentials.safeParse(given)
        const id = parsed.success ? await accountBySignIn(parsed.data.email, parsed.data.password) : null
        return id ? { id } : null
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub }),
    session: ({ session, token }) => ({ expires: session.expires, accountId: token.sub }),
  },
})
