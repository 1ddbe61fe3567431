'use server'
import { headers } from 'next/headers'
import { authenticationOptions } from '@/lib/accounts/passkeys/commands'
import { publicAction } from '@/lib/auth/public-action'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt } from '@/lib/rate-limits/commands'

/** WebAuthn authentication options; null after too many requests. */
export const askPasskey = publicAction(async () =>
  (await countAttempt([['passkey_address', addressOf(await headers())]]))
    ? null
    : authenticationOptions(new Date()),
)
