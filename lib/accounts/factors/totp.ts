import { Secret, TOTP } from 'otpauth'

const seconds = 30

/**
 * Time-based one-time codes (RFC 6238: SHA-1, six digits, 30 seconds, which every authenticator app
 * supports).
 */
const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Cancellation Desk',
    label,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: seconds,
  })

/** A new secret of 160 bits, in base 32. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32

/** The `otpauth:` URI for the app's QR code. */
export const totpAddress = (secret: string, email: string) => totpOf(secret, email).toString()

/**
 * The time step that a code matches, within one step before or after for clock drift; null for a
 * wrong code.
 */
export function totpStep(secret: string, typed: string, now: Date): number | null {
  const code = typed.replaceAll(/\s/g, '')
  const off = /^\d{6}$/.test(code)
    ? totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
    : null
  return off === null ? null : Math.floor(now.getTime() / 1000 / seconds) + off
}

/** The current code: only for tests. */
export const totpCode = (secret: string, now: Date) =>
  totpOf(secret).generate({ timestamp: now.getTime() })
