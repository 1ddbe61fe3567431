// Verifies a receipt of the Cancellation Desk offline, with Node.js alone.
// node check.mjs keys.json "<the receipt's signed text, or the address in its QR code>"
// Prints the signed facts. Exit codes: 0 genuine, 1 changed or not signed by these keys, 2 usage
// error.
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Bytes of base64url (RFC 4648); null for a non-canonical encoding. */
function bytesOf(text) {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

/**
 * The facts of a receipt's signed text (JWS compact, RFC 7515, Ed25519); null when it was changed
 * or is signed by none of the keys.
 * @param {{ keys: { kid: string, kty: string, crv: string, x: string }[] }} published
 * @param {string} text
 * @returns {Record<string, string> | null}
 */
export function checkReceipt(published, text) {
  const parts = text.split('.')
  const [header, payload, signature] = parts.map(bytesOf)
  if (parts.length !== 3 || !header || !payload || !signature || signature.length !== 64)
    return null
  try {
    const { alg, kid, ...more } = JSON.parse(header.toString())
    const key = published.keys.find((one) => one.kid === kid)
    if (alg !== 'EdDSA' || !key || Object.keys(more).length > 0) return null
    const genuine = verify(
      null,
      Buffer.from(`${parts[0]}.${parts[1]}`),
      createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' }),
      signature,
    )
    return genuine ? JSON.parse(payload.toString()) : null
  } catch {
    return null
  }
}

/**
 * Extracts the signed text from what was scanned or pasted: the text itself, or a URL that contains
 * it.
 */
export const signedTextIn = (given) =>
  /[?&]receipt=([A-Za-z0-9._-]+)/.exec(given)?.[1] ?? given.trim()

function main([keysFile, given]) {
  if (!keysFile || !given) {
    console.error('Usage: node check.mjs keys.json "<signed text or address>"')
    return 2
  }
  const said = checkReceipt(JSON.parse(readFileSync(keysFile, 'utf8')), signedTextIn(given))
  console.log(
    said
      ? JSON.stringify(said, null, 2)
      : 'NOT GENUINE 不是真实的回执: it was changed, or is not signed by this desk.',
  )
  return said ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = main(process.argv.slice(2))
