import clsx from 'clsx'
import { getLocale } from 'next-intl/server'
import type { Bilingual } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'

/** Titled texts: reasons, after-care. */
export async function TextList({ items, columns }: { items: readonly { id: string; title: Bilingual; text: Bilingual }[]; columns?: boolean }) {
  const locale = await getLocale()
  return (
    <ul className={clsx('grid gap-4', columns && 'sm:grid-cols-2')}>
      {items.map((item) => (
        <li key={item.id}>
          <span className="block font-semibold">{inLocale(locale, item.title)}</span>
          <span className="block">{inLocale(locale, item.text)}</span>
        </li>
      ))}
    </ul>
  )
}
