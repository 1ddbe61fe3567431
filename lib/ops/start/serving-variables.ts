import type { OperatorEnv, ServingEnv } from '@/lib/env'
import type { Database } from './database'
import { keptSecret } from './secrets'

/** The environment that web and jobs run with. Secrets are the operator's, or those kept on the embedded default. */
export function servingVariables(env: OperatorEnv, deskData: string, { urls }: Pick<Database, 'urls'>): ServingEnv & Record<string, string> {
  const base = env.BASE_URL ?? `http://localhost:${env.PORT}`
  return {
    PORT: String(env.PORT),
    BASE_URL: base,
    NEXTAUTH_URL: base,
    DATABASE_URL: urls.app,
    DIRECT_DATABASE_URL: urls.jobs,
    AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(deskData, 'auth'),
    MASTER_KEY: env.MASTER_KEY ?? keptSecret(deskData, 'master'),
  }
}
