import { sections } from './draft'
import type { GuideContent } from './schemas'

export type GuideDifference = {
  kind: 'added' | 'removed' | 'moved' | 'changed'
  where: string
  field?: string
  before?: string
  after?: string
}

/** What a draft changes in the live guide, in both languages. */
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
  const [before, after] = [kept(live, draft), kept(draft, live)]
  return [
    ...live
      .filter(({ id }) => !draft.some((item) => item.id === id))
      .map(({ id }) => ({ kind: 'removed' as const, where: `${section}.${id}` })),
    ...draft
      .filter(({ id }) => !live.some((item) => item.id === id))
      .map(({ id }) => ({ kind: 'added' as const, where: `${section}.${id}` })),
    ...after
      .filter((id, place) => before[place] !== id)
      .map((id) => ({ kind: 'moved' as const, where: `${section}.${id}` })),
    ...draft.flatMap((item) => {
      const previous = live.find(({ id }) => id === item.id)
      return previous ? fieldsDiffer(`${section}.${item.id}`, previous, item) : []
    }),
  ]
}

function fieldsDiffer(where: string, before: object, after: object): GuideDifference[] {
  const [one, other] = [leaves(before), leaves(after)]
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

function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value ?? '')]])
  if (Array.isArray(value)) return new Map([[path, value.join(', ')]])
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...leaves(child, path ? `${path}.${key}` : key),
    ]),
  )
}
