import type { AuditRow } from '@/lib/audit/queries'
import { fieldOf, rankOf } from '@/lib/audit/fields'
import { type Sentence, contentOf, sentenceOf } from '@/lib/audit/sentences'
import { staffDates } from '@/lib/i18n/dates'
import type { NamedWords } from './audit-words'
import { type ThingText, thingText } from './thing-text'
import { fieldText, kindText, valueText } from './value-text'

/** A field's change in words; a side is null where there was nothing. */
export type ChangeText = {
  field: string
  label: string
  before: string | null
  after: string | null
}

/** An entry in words; `sentence` and `values` are for the catalogue, `text` is what they say. */
export type EntryText = {
  id: string
  at: string
  by: string
  email: string | null
  kind: string
  thing: ThingText
  sentence: Sentence | null
  values: Record<string, string | number>
  text: string
  changes: ChangeText[]
  /** `made` and `gone` have one side alone. */
  sides: 'both' | 'made' | 'gone'
}

/** An entry of the audit in the reader's words. */
export function entryText(row: AuditRow, said: NamedWords): EntryText {
  const { t } = said
  const thing = thingText(row, said)
  const by = row.by ? (row.by.name ?? t('audit.nobody')) : t('audit.operator')
  const kind = kindText(row.what, said)
  const sentence = sentenceOf(row)
  const values = { by, thing: thing.name, ...moreValues(row, said) }
  return {
    id: row.id,
    at: staffDates.moment(row.at),
    by,
    email: row.by?.email ?? null,
    kind,
    thing,
    sentence,
    values,
    text: sentence
      ? t.markup(`audit.said.${sentence}`, { ...values, who: plain, what: plain })
      : `${by}${said.words('colon')}${kind}`,
    changes: changeTexts(row, said),
    sides: row.before === null ? 'made' : row.after === null ? 'gone' : 'both',
  }
}

const plain = (chunks: string) => chunks

function changeTexts(row: AuditRow, said: NamedWords): ChangeText[] {
  // The database keeps a content's fields in an order of its own: by their length.
  const rowOf = (field: string) => (field.includes('.') ? field.slice(0, field.indexOf('.')) : '')
  const inOrder = row.changes.toSorted(
    (one, other) =>
      rowOf(one.field).localeCompare(rowOf(other.field)) ||
      rankOf(row.what, one.field) - rankOf(row.what, other.field),
  )
  return inOrder.flatMap(({ field, before, after }) => {
    const known = fieldOf(row.what, field) ?? { value: 'text' as const }
    if (known.value === 'hidden') return []
    const sides = {
      before: valueText(known, before, said),
      after: valueText(known, after, said),
    }
    // Also what is written otherwise and means the same, such as no list and an empty one.
    return sides.before === sides.after
      ? []
      : [{ field, label: fieldText(row, field, said), ...sides }]
  })
}

/** What some sentences say beside who did what to which thing. */
function moreValues({ what, before, after }: AuditRow, said: NamedWords) {
  const content = { ...contentOf(before), ...contentOf(after) }
  const at = typeof content.at === 'string' ? staffDates.moment(content.at) : ''
  const role = typeof content.role === 'string' ? content.role : ''
  return {
    revision: typeof content.revision === 'number' ? content.revision : 0,
    at,
    role: what.startsWith('access.')
      ? [
          valueText({ value: 'role' }, role, said),
          valueText({ value: 'store' }, content.store, said),
        ]
          .filter(Boolean)
          .join(' · ')
      : '',
  }
}
