/** Aftercare items (F29 to F32; P7 for an eSIM). */
export const aftercareItems = [
  'receipt_kept',
  'balance_moved',
  'message_watched',
  'devices_unbound',
  'profile_deleted',
] as const
export type AftercareItem = (typeof aftercareItems)[number]

/** Aftercare items that apply after completion; a SIM has no profile to delete (P7). */
export const aftercareFor = (esim: boolean): AftercareItem[] =>
  aftercareItems.filter((item) => esim || item !== 'profile_deleted')
