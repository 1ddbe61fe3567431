import { sameInConstantTime } from '@/lib/constant-time'
import { secretHash } from '@/lib/db/keyed-hash'
import type { AnyTransaction } from '@/lib/db/sql'
import { compact } from '@/lib/domain/identifiers/check'
import { makeSlipCode } from '@/lib/domain/identifiers/reference'

/**
 * What a slip carries beside the reference: six characters to type, and a 128-bit key for the QR
 * code's link.
 */
export type SlipSecrets = { code: string; link: string }

/**
 * The secrets of a request's slip are derived, not stored: a new serial voids the slip before
 * (docs/adr/0004). They are good for nothing without the installation's key; `tx`: the transaction
 * that is open, if one is.
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

/** Whether what was typed or scanned is the slip's code or link key, compared in constant time. */
export async function slipSecretFits(
  requestId: string,
  serial: number,
  given: string,
  tx?: AnyTransaction,
): Promise<boolean> {
  const { code, link } = await slipSecrets(requestId, serial, tx)
  return sameInConstantTime(compact(given), code) || sameInConstantTime(given, link)
}

/** Whether a key is that of the slip's link, as it is: its code does not pass for one. */
export async function slipLinkFits(
  requestId: string,
  serial: number,
  key: string,
): Promise<boolean> {
  return sameInConstantTime(key, (await slipSecrets(requestId, serial)).link)
}
