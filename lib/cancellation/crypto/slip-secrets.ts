import { sameInConstantTime } from '@/lib/constant-time'
import { secretHash } from '@/lib/db/keyed-hash'
import type { AnyTransaction } from '@/lib/db/sql'
import { compact } from '@/lib/domain/identifiers/check'
import { makeSlipCode } from '@/lib/domain/identifiers/reference'

/**
 * A slip's secrets beside the reference: a six-character code to type, and a 128-bit key for the QR
 * code's link.
 */
export type SlipSecrets = { code: string; link: string }

/**
 * A slip's secrets are derived, not stored: a new serial voids the previous slip (docs/adr/0004).
 * They are worthless without the installation's key; `tx`: the open transaction, if any.
 */
export async function slipSecrets(
  requestId: string,
  serial: number,
  tx?: AnyTransaction,
): Promise<SlipSecrets> {
  const hash = await secretHash(tx)
  return {
    code: makeSlipCode(hash('slip-code', `${requestId}|${serial}`)),
    link: hash('slip-link', `${requestId}|${serial}`).subarray(0, 16).toString('base64url'),
  }
}

/** Whether the input is the slip's code or link key; compared in constant time. */
export async function slipSecretFits(
  requestId: string,
  serial: number,
  given: string,
  tx?: AnyTransaction,
): Promise<boolean> {
  const { code, link } = await slipSecrets(requestId, serial, tx)
  return sameInConstantTime(compact(given), code) || sameInConstantTime(given, link)
}

/** Whether the input is the slip's link key; its short code is not accepted. */
export async function slipLinkFits(
  requestId: string,
  serial: number,
  key: string,
): Promise<boolean> {
  return sameInConstantTime(key, (await slipSecrets(requestId, serial)).link)
}
