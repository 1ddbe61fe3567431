import { type Checked, bad, compact, good } from './check'

/** An EID (GSMA SGP.29): 32 digits that, as one number, leave 1 when divided by 97 (I2). */
export function checkEid(typed: string): Checked {
  const value = compact(typed)
  if (!/^\d{32}$/.test(value)) return bad('eid_malformed')
  return BigInt(value) % 97n === 1n ? good(value) : bad('eid_check_failed')
}
