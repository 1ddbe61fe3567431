/** A version of a guide: a published one by its number, or what its draft says now. */
export type Version = number | 'draft'

/** The version that an address names; null for anything else. */
export function versionIn(text: string | undefined): Version | null {
  if (text === 'draft') return 'draft'
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}
