import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'

type Context = { params: Promise<{ nextauth: string[] }> }

// Built per request: the secret comes from the environment of the running desk, not of its build.
const handler = (request: Request, context: Context) =>
  NextAuth(authOptions(request.headers))(request, context)

export { handler as GET, handler as POST }
