import type { useTranslations } from 'next-intl'
import { isCircumstance, isRelation } from '@/lib/domain/coded-values'
import { isStepKind } from '@/lib/domain/step-kinds'
import type { GuideDraftContent } from '@/lib/guide/draft'
import type { Bilingual } from '@/lib/guide/schemas'
import type { GuideSection } from '@/lib/guide/sections'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

type Named = { id: string; title: Bilingual; staff?: { title: Bilingual } }
export type Contents = readonly (GuideDraftContent | null)[]

type Texts = {
  t: ReturnType<typeof useTranslations<'guides'>>
  words: ReturnType<typeof useTranslations<'words'>>
  kind: ReturnType<typeof useTranslations<'words.kind'>>
  walk: ReturnType<typeof useTranslations<'walk.phase'>>
  relation: ReturnType<typeof useTranslations<'words.relation'>>
  circumstance: ReturnType<typeof useTranslations<'words.circumstance'>>
}

/** The names of a guide's places, fields and values, from the texts of either side. */
export function wordingOf(
  { t, words, kind, walk, relation, circumstance }: Texts,
  locale: Locale,
  contents: Contents,
) {
  /** `steps.card_return`: the section and the item's title; a kind: its name. */
  const place = (where: string) => {
    if (isStepKind(where)) return kind(where)
    const [section, id] = where.split('.') as [GuideSection | 'intro', string | undefined]
    const item = contents
      .flatMap((content) =>
        content && section !== 'intro' ? (content[section] as readonly Named[]) : [],
      )
      .find((one) => one.id === id)
    return [
      t(`section.${section}`),
      item ? t('named', { name: inLocale(locale, (item.staff ?? item).title) || item.id }) : id,
    ]
      .filter(Boolean)
      .join(' ')
  }
  const fieldName = (name: string) => t(`field.${name as 'title'}`)
  const field = (path: string) => {
    const [name = '', ...within] = path.split('.')
    const language = within.at(-1)
    const label =
      name === 'staff'
        ? t(`${within[0] === 'title' ? 'staffTitle' : 'staffText'}`)
        : fieldName(name)
    return language === 'zh' || language === 'en'
      ? `${label}${words('inBrackets', { text: t(language) })}`
      : label
  }
  /** A field as the form calls it: `steps.3.text.en`; null for a section or a kind. */
  const fieldAt = (at: string) => {
    const [section, ...path] = at.split('.')
    if (section === 'intro') return field(at)
    const [, name = '', language] = path
    if (section === 'steps' && (name === 'title' || name === 'text')) {
      const label = t(name === 'title' ? 'customerTitle' : 'customerText')
      return language === 'zh' || language === 'en'
        ? `${label}${words('inBrackets', { text: t(language) })}`
        : label
    }
    return name ? field(path.slice(1).join('.')) : null
  }
  const value = (path: string, said: string) => {
    if (said === '') return t('nothing')
    if (path === 'kind' && isStepKind(said)) return kind(said)
    if (path === 'audience') return t(`for.${said as 'desk'}`)
    if (path === 'phase') return walk(said as 'before_review')
    if (path === 'proves') return t(`provesWhat.${said as 'identity'}`)
    if (path === 'required' || path === 'notNoted') return t('yes')
    if (path === 'askedOf')
      return said
        .split(', ')
        .map((one) => (isRelation(one) ? relation(one) : one))
        .join(words('enumerationComma'))
    if (path === 'when' || path === 'unless')
      return said
        .split(', ')
        .map((one) => (isCircumstance(one) ? circumstance(one) : one))
        .join(words('enumerationComma'))
    return said
  }
  return { place, field, fieldAt, value }
}
