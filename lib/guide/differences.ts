import { diffArrays } from 'diff'
import { sections } from './draft'
import type { GuideContent } from './schemas'

export type GuideDifference = {
  kind: 'added' | 'removed' | 'moved' | 'changed'
  where: string
  field?: string
  before?: string
  after?: string
}

/**
 * What a later content of a guide changes in an earlier one, in both languages. As few rows as
 * possible count as moved.
 */
export function differencesOf(live: GuideContent, draft: GuideContent): GuideDifference[] {
  return [
    ...fieldsDiffer('intro', { intro: live.intro }, { intro: draft.intro }),
    ...sections.flatMap((section) => sectionDiffers(section, live[section], draft[section])),
  ]
}

type Item = { id: string; [field: string]: unknown }

function sectionDiffers(
  section: string,
  live: readonly Item[],
  draft: readonly Item[],
): GuideDifference[] {
  const kept = (list: readonly Item[], other: readonly Item[]) =>
    list.filter(({ id }) => other.some((item) => item.id === id)).map(({ id }) => id)
  const order = diffArrays(kept(live, draft), kept(draft, live))
  return [
    ...live
      .filter(({ id }) => !draft.some((item) => item.id === id))
      .map(({ id }) => ({ kind: 'removed' as const, where: `${section}.${id}` })),
    ...draft
      .filter(({ id }) => !live.some((item) => item.id === id))
      .map(({ id }) => ({ kind: 'added' as const, where: `${section}.${id}` })),
    ...order
      .flatMap(({ added, value }) => (added ? value : []))
      .map((id) => ({ kind: 'moved' as const, where: `${section}.${id}` })),
    ...draft.flatMap((item) => {
      const previous = live.find(({ id }) => id === item.id)
      return previous ? fieldsDiffer(`${section}.${item.id}`, previous, item) : []
    }),
  ]
}

function fieldsDiffer(where: string, before: object, after: object): GuideDifference[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((field) =>
    one.get(field) === other.get(field)
      ? []
      : [
          {
            kind: 'changed' as const,
            where,
            field,
            before: one.get(field) ?? '',
            after: other.get(field) ?? '',
          },
        ],
  )
}

/** Each field of a row as text, by its path: `title.zh`, `staff.text.en`, `askedOf`. */
export function fieldsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value ?? '')]])
  if (Array.isArray(value)) return new Map([[path, value.join(', ')]])
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...fieldsOf(child, path ? `${path}.${key}` : key),
    ]),
  )
}
