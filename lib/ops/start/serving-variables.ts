import { join } from 'node:path'
import type { OperatorEnv, ServingEnv } from '@/lib/env'
import type { Database } from './database'
import { keptSecret } from './secrets'

/**
 * The environment of web and jobs. Secrets are the operator's, or those stored by the embedded
 * default.
 */
export function servingVariables(
  env: OperatorEnv,
  deskData: string,
  { urls, embedded }: Pick<Database, 'urls' | 'embedded'>,
): ServingEnv & Record<string, string> {
  const base = env.BASE_URL ?? `http://localhost:${env.PORT}`
  return {
    PORT: String(env.PORT),
    ...set({ HOST: env.HOST }),
    BASE_URL: base,
    NEXTAUTH_URL: base,
    ...(embedded && { DESK_EMBEDDED: '1' as const }),
    ...set({
      SMTP_URL: env.SMTP_URL,
      MAIL_FROM: env.MAIL_FROM,
      SMS_GATEWAY_URL: env.SMS_GATEWAY_URL,
      SMS_GATEWAY_TOKEN: env.SMS_GATEWAY_TOKEN,
      WEBHOOKS_ALLOW_PRIVATE: env.WEBHOOKS_ALLOW_PRIVATE,
    }),
    ...set({
      OIDC_ISSUER: env.OIDC_ISSUER,
      OIDC_CLIENT_ID: env.OIDC_CLIENT_ID,
      OIDC_CLIENT_SECRET: env.OIDC_CLIENT_SECRET,
      OIDC_NAME: env.OIDC_NAME,
    }),
    TRUSTED_PROXIES: String(env.TRUSTED_PROXIES),
    DATABASE_URL: urls.app,
    DIRECT_DATABASE_URL: urls.jobs,
    AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(deskData, 'auth'),
    ...(env.MASTER_KEY
      ? set({ MASTER_KEY: env.MASTER_KEY, MASTER_KEY_OLD: env.MASTER_KEY_OLD })
      : { MASTER_KEY_FILE: keyFile(deskData) }),
    ERASURES_FILE: join(deskData, 'erasures'),
    HEADS_FILE: join(deskData, 'heads'),
    ...set({ AUDIT_HEAD_URL: env.AUDIT_HEAD_URL }),
  }
}

/** The embedded installation's file of master keys, created with a first key if missing. */
export function keyFile(deskData: string): string {
  keptSecret(deskData, 'master')
  return join(deskData, 'keys', 'master')
}

const set = (variables: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
