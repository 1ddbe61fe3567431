/** Why an identifier is invalid. */
export type Fault =
  | 'iccid_malformed'
  | 'eid_malformed'
  | 'eid_check_failed'
  | 'imei_malformed'
  | 'imei_check_failed'
  | 'resident_id_malformed'
  | 'resident_id_date'
  | 'resident_id_check_failed'
  | 'document_malformed'
  | 'credit_code_malformed'
  | 'credit_code_check_failed'
  | 'phone_malformed'
  | 'phone_not_mobile'
  | 'phone_landline'
  | 'reference_malformed'
  | 'phone_not_mainland'
  | 'bank_account_malformed'
  | 'app_account_malformed'

/** Something unusual that may be correct: shown, never refused (I1, I6, P20). */
export type Warning = 'iccid_check_digit' | 'phone_unknown_prefix' | 'bank_account_check_digit'

/** The normalized value with its warnings, or the fault. */
export type Checked = { ok: true; value: string; warnings: Warning[] } | { ok: false; fault: Fault }

export const good = (value: string, warnings: Warning[] = []): Checked => ({
  ok: true,
  value,
  warnings,
})
export const bad = (fault: Fault): Checked => ({ ok: false, fault })

/**
 * Normalizes an identifier as typed from a card or dictated: without spaces and hyphens, in
 * capitals.
 */
export const compact = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()
