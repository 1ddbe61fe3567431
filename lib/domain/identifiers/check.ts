/** What is wrong with an identifier: a hard no. */
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
  | 'phone_malformed'
  | 'reference_malformed'
  | 'phone_not_mainland'

/** What looks odd yet may be right: said, never refused (I1, I6). */
export type Warning = 'iccid_check_digit' | 'phone_unknown_prefix' | 'phone_not_mobile'

/** The value in the form that is stored, with what looks odd; or what is wrong with it. */
export type Checked = { ok: true; value: string; warnings: Warning[] } | { ok: false; fault: Fault }

export const good = (value: string, warnings: Warning[] = []): Checked => ({
  ok: true,
  value,
  warnings,
})
export const bad = (fault: Fault): Checked => ({ ok: false, fault })

/** As typed from a card or read aloud: spaces and hyphens left out, letters in capitals. */
export const compact = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()
