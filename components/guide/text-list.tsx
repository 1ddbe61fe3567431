import clsx from 'clsx'
import { getLocale } from 'next-intl/server'
import type { Bilingual } from '@/lib/guide/schemas'
import { anchorOf } from '@/lib/guide/address'
import { inLocale } from '@/lib/i18n/bilingual'
import { RichText } from './rich-text'

/** Titled texts: reasons, aftercare. */
export async function TextList({
  section,
  items,
  columns,
}: {
  section: string
  items: readonly { id: string; title: Bilingual; text: Bilingual }[]
  columns?: boolean
}) {
  const locale = await getLocale()
  return (
    <ul className={clsx('grid gap-4', columns && 'sm:grid-cols-2')}>
      {items.map((item) => (
        <li key={item.id} id={anchorOf(section, item.id)}>
          <span className="block font-semibold">{inLocale(locale, item.title)}</span>
          <RichText locale={locale}>{inLocale(locale, item.text)}</RichText>
        </li>
      ))}
    </ul>
  )
}
