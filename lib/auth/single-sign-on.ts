import type { Provider } from 'next-auth/providers/index'
import { accountByEmail } from '@/lib/accounts/queries'
import { servingEnv } from '@/lib/env'

export const ssoId = 'sso'
type Claims = { sub: string; email?: unknown; email_verified?: unknown }

/**
 * The carrier's identity provider (OpenID Connect), if configured: code flow with PKCE, state and
 * nonce.
 */
export function singleSignOn(): Provider[] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME,
  } = servingEnv()
  if (!issuer || !clientId || !clientSecret) return []
  return [
    {
      id: ssoId,
      name: OIDC_NAME ?? 'Single sign-on',
      type: 'oauth',
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      issuer,
      clientId,
      clientSecret,
      authorization: { params: { scope: 'openid email' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (claims: Claims) => ({ id: claims.sub }),
    },
  ]
}

/**
 * The account for a provider's claims, by a verified e-mail address; accounts are only created
 * here.
 */
export async function ssoAccount(claims: unknown): Promise<string | null> {
  const { email, email_verified: verified } = (claims ?? {}) as Claims
  return typeof email === 'string' && verified === true ? accountByEmail(email) : null
}
