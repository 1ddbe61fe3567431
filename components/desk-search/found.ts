import { narrowingText, ruleText } from '@/components/rules/rule-text'
import { ruleWords } from '@/components/rules/rule-words'
import { narrowingWords } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { type Snippet, snippetOf } from '@/lib/desk-search/hit'
import {
  type Both,
  type GuideAt,
  accountsFound,
  carriersFound,
  guideTexts,
  guidesByName,
  keysFound,
  noticesFound,
  regionsFound,
  rulesToSearch,
  storesFound,
} from '@/lib/desk-search/queries'
import { type Permission, may } from '@/lib/domain/permissions'
import type { MembershipOf } from '@/lib/domain/permissions'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { getMessages, getTranslations } from 'next-intl/server'

/** What was found, by kinds; `snippet` is null where the title says it. */
export type FoundGroup = { name: GroupName; found: FoundEntry[] }
export type FoundEntry = { href: string; title: string; snippet: Snippet | null; note?: string }
export type GroupName =
  | 'guides'
  | 'carriers'
  | 'rules'
  | 'regions'
  | 'stores'
  | 'accounts'
  | 'keys'
  | 'notices'
  | 'settings'

const mostOfGroup = 6

/** The pages whose own words are searched, with where these stand in the catalogue. */
const settingsPages = [
  { href: '/security', name: 'security', form: 'security' },
  { href: '/retention', name: 'retention', form: 'retention' },
  { href: '/keys', name: 'keys', form: 'key' },
  { href: '/stores', name: 'stores', form: 'store' },
  { href: '/accounts', name: 'accounts', form: 'account' },
  { href: '/carriers', name: 'carriers', form: 'carrier' },
] as const

/** All that the viewer may open and in which the words stand, in the reader's language. */
export async function foundFor(
  words: string,
  locale: Locale,
  memberships: readonly MembershipOf[],
): Promise<FoundGroup[]> {
  const say = await sayer(words, locale)
  const searches: [GroupName, Permission, () => Promise<FoundEntry[]>][] = [
    ['guides', 'guide.edit', () => guides(words, say)],
    ['carriers', 'settings.edit', () => carriers(words, say)],
    ['rules', 'settings.edit', () => rules(words, say)],
    ['stores', 'settings.edit', () => stores(words, say)],
    ['accounts', 'settings.edit', () => accounts(words, say)],
    ['keys', 'settings.edit', () => keys(words, say)],
    ['notices', 'settings.edit', () => notices(words, say)],
    ['settings', 'settings.edit', () => settings(words, say)],
    ['regions', 'guide.edit', () => regions(words, say)],
  ]
  const groups = await Promise.all(
    searches
      .filter(([, permission]) => may(memberships, permission))
      .map(async ([name, , search]) => ({ name, found: (await search()).slice(0, mostOfGroup) })),
  )
  return groups.filter(({ found }) => found.length > 0)
}

type Sayer = Awaited<ReturnType<typeof sayer>>

async function sayer(words: string, locale: Locale) {
  const [t, places] = await Promise.all([getTranslations({ locale }), carriersAndRegions()])
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  /** Of these texts the first place with the words, in the reader's language if it is there. */
  const snippetIn = (texts: readonly Both[]): Snippet | null => {
    for (const language of [locale, other])
      for (const text of texts) {
        const snippet = snippetOf(inLocale(language, text), words)
        if (snippet) return snippet
      }
    return null
  }
  const guideName = ({ cardType, channel, carrier, region }: GuideAt) =>
    [
      t(`words.cardType.${cardType}`),
      t(`words.channel.${channel}`),
      narrowingWords(locale, { carrier, region }, places) || t('guides.everyone'),
    ].join(' · ')
  const isIn = (text: string) => text.toLowerCase().includes(words.toLowerCase())
  return { t, locale, places, snippetIn, guideName, isIn }
}

/** Nothing is said twice: no snippet where the title holds the words. */
const beside = (title: string, snippet: Snippet | null, { isIn }: Sayer) =>
  isIn(title) ? null : snippet

async function guides(words: string, say: Sayer): Promise<FoundEntry[]> {
  const { t, locale, snippetIn, guideName, isIn } = say
  const [named, texts] = await Promise.all([guidesByName(), guideTexts(words)])
  return [
    ...named
      .filter((guide) => isIn(guideName(guide)))
      .slice(0, mostOfGroup / 2)
      .map((guide) => ({ href: `/guides/${guide.id}`, title: guideName(guide), snippet: null })),
    ...texts.map(({ guide, row, title, texts: held, draft }) => {
      const heading = title ? inLocale(locale, title) : t('guides.section.intro')
      return {
        href: row ? `/guides/${guide.id}#row-${row.section}-${row.id}` : `/guides/${guide.id}`,
        title: heading,
        snippet: beside(heading, snippetIn(held), say),
        note: [guideName(guide), draft ? t('guides.drafted') : ''].filter(Boolean).join(' · '),
      }
    }),
  ]
}

async function carriers(words: string, say: Sayer): Promise<FoundEntry[]> {
  return (await carriersFound(words)).map(({ code, texts, ...names }) => {
    const title = nameIn(say.locale, names)
    return { href: `/carriers/${code}`, title, snippet: beside(title, say.snippetIn(texts), say) }
  })
}

async function rules(words: string, say: Sayer): Promise<FoundEntry[]> {
  const { t, locale, places, snippetIn, isIn } = say
  const [found, wording] = await Promise.all([rulesToSearch(), ruleWords(locale)])
  return found.flatMap(({ carrier, rule }) => {
    const topic = t(`words.ruleTopic.${rule.topic}`)
    const said = [ruleText(rule, wording), narrowingText(rule, wording), rule.source]
    if (![topic, ...said].some(isIn)) return []
    const owner = places.carriers.find(({ code }) => code === carrier)
    const snippet = snippetIn(said.map((text) => ({ zh: text, en: text })))
    return [
      {
        href: `/carriers/${carrier}/rules`,
        title: topic,
        snippet: snippet ?? snippetOf(`${topic} ${said[0]}`, words),
        note: owner ? nameIn(locale, owner) : carrier,
      },
    ]
  })
}

async function regions(words: string, { locale, t }: Sayer): Promise<FoundEntry[]> {
  return (await regionsFound(words)).map(({ code, ...names }) => ({
    href: `/guides?region=${code}#which`,
    title: nameIn(locale, names),
    snippet: null,
    note: t('guides.which.title'),
  }))
}

async function stores(words: string, say: Sayer): Promise<FoundEntry[]> {
  return (await storesFound(words)).map(({ code, phone, addressZh, addressEn, ...names }) => {
    const title = nameIn(say.locale, names)
    const texts = [
      { zh: names.nameZh, en: names.nameEn },
      { zh: addressZh, en: addressEn },
      { zh: phone, en: phone },
      { zh: code, en: code },
    ]
    const snippet = beside(title, say.snippetIn(texts), say)
    return { href: `/stores/${code}`, title, snippet, note: code }
  })
}

async function accounts(words: string, say: Sayer): Promise<FoundEntry[]> {
  return (await accountsFound(words)).map(({ id, name, email }) => ({
    href: `/accounts/${id}`,
    title: name,
    snippet: beside(name, snippetOf(email, words), say),
    note: email,
  }))
}

async function keys(words: string, say: Sayer): Promise<FoundEntry[]> {
  return (await keysFound(words)).map(({ name, beginning }) => ({
    href: '/keys',
    title: name,
    snippet: beside(name, snippetOf(beginning, words), say),
  }))
}

async function notices(words: string, say: Sayer): Promise<FoundEntry[]> {
  return (await noticesFound(words)).flatMap(({ kind, texts }) => {
    const title = say.t(`notices.kind.${kind}`)
    return texts.length || say.isIn(title)
      ? [{ href: `/notices/${kind}`, title, snippet: beside(title, say.snippetIn(texts), say) }]
      : []
  })
}

/** Settings by the words on their pages: what a field is called, and its hint. */
async function settings(words: string, { locale, t }: Sayer): Promise<FoundEntry[]> {
  const messages = await getMessages({ locale })
  return settingsPages.flatMap(({ href, name, form }) =>
    Object.values(messages.settings[form])
      .filter((text): text is string => typeof text === 'string' && !/[{<]/.test(text))
      .flatMap((text) => snippetOf(text, words) ?? [])
      .slice(0, 1)
      .map((snippet) => ({ href, title: t(`shell.nav.${name}`), snippet })),
  )
}
