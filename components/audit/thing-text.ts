import { narrowingWords } from '@/lib/carriers/names'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { AuditRow } from '@/lib/audit/queries'
import type { GuideNamed } from '@/lib/audit/names/queries'
import { contentOf } from '@/lib/audit/sentences'
import { thingOf } from '@/lib/audit/things'
import { isNoticeKind } from '@/lib/notices/kinds'
import type { AuditWords, NamedWords } from './audit-words'

/** A thing's name in words, and its page; no page for what is gone or nobody may open here. */
export type ThingText = { name: string; href: string | null }

/** What an entry is about; what is gone is called as the entry knew it. */
export function thingText(row: AuditRow, said: NamedWords): ThingText {
  const { t, locale, names } = said
  const thing = thingOf(row.what, row.subject, row.after)
  const code = row.subject
  switch (thing?.type) {
    case 'store':
      return names.stores.has(code)
        ? { name: said.storeName(code), href: `/stores/${code}` }
        : { name: keptName(row, locale) ?? code, href: null }
    case 'carrier': {
      const isThere = names.carriers.some((one) => one.code === code)
      const page = row.what === 'carrier.rules' ? `/carriers/${code}/rules` : `/carriers/${code}`
      return { name: said.carrierName(code), href: isThere ? page : null }
    }
    case 'account': {
      const found = names.accounts.get(code)
      const name = found?.name ?? contentOf(row.after).name ?? contentOf(row.before).name
      return {
        name: typeof name === 'string' && name ? t('audit.person', { name, email: code }) : code,
        href: found ? `/accounts/${found.id}` : null,
      }
    }
    case 'guide': {
      const found = names.guides.get(code)
      const kept = row.what === 'guide.narrow' ? (contentOf(row.after) as GuideNamed) : null
      return found
        ? { name: guideText(found, said, names), href: `/guides/${code}` }
        : { name: kept ? guideText(kept, said, names) : t('audit.value.unnamed'), href: null }
    }
    case 'key':
      return { name: code, href: '/keys' }
    case 'calendar':
      return { name: code, href: `/calendar/${code}` }
    case 'notice':
      return isNoticeKind(code)
        ? { name: t(`notices.kind.${code}`), href: `/notices/${code}` }
        : { name: code, href: null }
    case 'picture':
      return { name: t('audit.thing.picture'), href: null }
    case 'security':
      return { name: t('audit.thing.security'), href: '/security' }
    case 'retention':
      return { name: t('audit.thing.retention'), href: '/retention' }
    case 'rulebook':
      return { name: t('audit.thing.rulebook'), href: '/carriers' }
    case 'audit':
      return { name: t('audit.title'), href: '/audit' }
    case 'request':
    case undefined:
      return { name: code, href: null }
  }
}

function keptName({ before, after }: AuditRow, locale: Locale): string | null {
  for (const { nameZh, nameEn } of [contentOf(after), contentOf(before)])
    if (typeof nameZh === 'string' && typeof nameEn === 'string')
      return nameIn(locale, { nameZh, nameEn })
  return null
}

/** A guide: its card and channel, and where it applies. */
export function guideText(
  { cardType, channel, carrier, region }: Omit<GuideNamed, 'id'>,
  { locale, t, words }: Pick<AuditWords, 'locale' | 't' | 'words'>,
  places: Parameters<typeof narrowingWords>[2],
): string {
  const where = narrowingWords(locale, { carrier, region }, places) || t('guides.everyone')
  return [words(`cardType.${cardType}`), words(`channel.${channel}`), where].join(' · ')
}
