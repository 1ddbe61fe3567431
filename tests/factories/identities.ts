// A real OpenID Connect provider for tests: whoever types a name is somebody of that e-mail.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export const client = { client_id: 'desk', client_secret: 'a-secret-of-tests-alone' }

/**
 * Starts a provider on this port that lets people come back to `desk`; those in `unsure` have an
 * address that it has not made sure of.
 */
export async function startProvider(port: number, desk: string, unsure: readonly string[]) {
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...client,
        redirect_uris: [`${desk}/api/auth/callback/sso`],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only-of-tests'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, email: sub, email_verified: !unsure.includes(sub) }),
    }),
  })
  const server = createServer(provider.callback())
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return {
    issuer,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}
