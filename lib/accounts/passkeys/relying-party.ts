import { servingEnv } from '@/lib/env'

/** Who asks for a passkey (WebAuthn's relying party): the desk at the address that people use. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { origin, hostname } = new URL(servingEnv().BASE_URL)
  return { id: hostname, origin, name: 'Cancellation Desk 销户服务台' }
}
