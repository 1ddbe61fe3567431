import { servingEnv } from '@/lib/env'

/** WebAuthn's relying party: the desk at its public address. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { origin, hostname } = new URL(servingEnv().BASE_URL)
  return { id: hostname, origin, name: 'Cancellation Desk 销户服务台' }
}
