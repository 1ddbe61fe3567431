import fc from 'fast-check'
import { type GuideDraftContent, sections } from '@/lib/guide/draft'

const fields = ['title.zh', 'title.en', 'text.zh', 'text.en'] as const
const place = fc.nat({ max: 7 })
const section = fc.constantFrom(...sections)

/** What an editor does to a draft; places count from the start and around. */
export type GuideEdit =
  | {
      do: 'say'
      section: (typeof sections)[number]
      row: number
      field: (typeof fields)[number]
    }
  | { do: 'introduce'; language: 'zh' | 'en' }
  | { do: 'add'; section: (typeof sections)[number]; row: number }
  | { do: 'remove'; section: (typeof sections)[number]; row: number }
  | { do: 'move'; section: (typeof sections)[number]; row: number; to: number }

export const guideEdit: fc.Arbitrary<GuideEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      section,
      row: place,
      field: fc.constantFrom(...fields),
    }),
  },
  fc.record({
    do: fc.constant('introduce' as const),
    language: fc.constantFrom('zh', 'en'),
  }),
  fc.record({ do: fc.constant('add' as const), section, row: place }),
  fc.record({ do: fc.constant('remove' as const), section, row: place }),
  fc.record({
    do: fc.constant('move' as const),
    section,
    row: place,
    to: place,
  }),
)
export const guideEdits = () => fc.array(guideEdit, { maxLength: 8 })

/** The draft after these edits; what they say begins with `who`, each its own words. */
export function edited(
  before: GuideDraftContent,
  edits: readonly GuideEdit[],
  who: string,
): GuideDraftContent {
  const content = structuredClone(before)
  for (const [time, edit] of edits.entries()) {
    const words = `${who}${time}`
    if (edit.do === 'introduce') {
      content.intro[edit.language] = words
      continue
    }
    const rows = content[edit.section] as GuideDraftContent['reasons']
    const at = rows.length ? edit.row % rows.length : 0
    if (edit.do === 'add') rows.splice(at, 0, newRow(edit.section, words))
    else if (edit.do === 'remove') rows.splice(at, 1)
    else if (edit.do === 'move') rows.splice(edit.to % (rows.length || 1), 0, ...rows.splice(at, 1))
    else {
      const [name, language] = edit.field.split('.') as ['title' | 'text', 'zh' | 'en']
      const row = rows[at]
      if (row) row[name] = { ...row[name], [language]: words }
    }
  }
  return content
}

function newRow(where: (typeof sections)[number], words: string) {
  const wording = {
    title: { zh: `${words}z`, en: `${words}e` },
    text: { zh: '', en: '' },
  }
  const row = { id: `new_${words.replaceAll(':', '_')}`, ...wording }
  return where === 'steps'
    ? {
        ...row,
        staff: wording,
        kind: 'instruction' as const,
        audience: 'desk' as const,
      }
    : row
}

/** Every text that stands in a value. */
export const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
