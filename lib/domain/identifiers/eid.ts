import { type Checked, bad, compact, good } from './check'

/** Checks an EID (GSMA SGP.29): 32 digits whose value is 1 modulo 97 (I2). */
export function checkEid(typed: string): Checked {
  const value = compact(typed)
  if (!/^\d{32}$/.test(value)) return bad('eid_malformed')
  return BigInt(value) % 97n === 1n ? good(value) : bad('eid_check_failed')
}
