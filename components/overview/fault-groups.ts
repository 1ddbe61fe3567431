import type { LiveFault } from '@/lib/guide/queries/live-faults'

/** What kind of fault of a live guide it is: its key in `overview.fault`. */
export type FaultGroup = 'link' | 'english' | 'chinese' | 'same' | 'picture' | 'other'

const groups: Partial<Record<LiveFault['code'], FaultGroup>> = {
  page_unknown: 'link',
  anchor_unknown: 'link',
  address_malformed: 'link',
  picture_unknown: 'picture',
  picture_wordless: 'picture',
  english_missing: 'english',
  text_missing_en: 'english',
  chinese_missing: 'chinese',
  text_missing_zh: 'chinese',
  same_in_both: 'same',
}

export const faultGroup = ({ code }: Pick<LiveFault, 'code'>): FaultGroup => groups[code] ?? 'other'

/** Where in the editor a fault is mended: its row, or the whole guide. */
export function faultPlace(guide: string, where: string): string {
  const [section, id] = where.split('.', 2)
  return id ? `/guides/${guide}#row-${section}-${id}` : `/guides/${guide}`
}
