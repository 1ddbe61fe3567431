import { getTranslations } from 'next-intl/server'
import { type GuideDraftContent, sections } from '@/lib/guide/draft'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

const inOrder = ['steps', ...sections.filter((section) => section !== 'steps')] as const

/** The guide's rows as links, which open them; folded where there is no room beside the form. */
export async function GuideIndex({
  content,
  locale,
}: {
  content: GuideDraftContent
  locale: Locale
}) {
  const t = await getTranslations('guides')
  const list = (
    <ul className="grid gap-3 text-sm">
      {inOrder.map((section) => (
        <li key={section}>
          <a href={`#guide-rows-${section}`} className="font-semibold text-accent">
            {t(`section.${section}`)}
          </a>
          <ol className="list-decimal pl-6 text-quiet">
            {(content[section] as readonly Row[]).map((row) => (
              <li key={row.id}>
                <a
                  href={`#row-${section}-${row.id}`}
                  className="block py-0.5 text-ink hover:underline"
                >
                  {inLocale(locale, (row.staff ?? row).title) || row.id}
                </a>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label={t('index')} className="min-w-0">
      <details className="rounded-lg border border-line bg-surface p-3 xl:hidden">
        <summary className="cursor-pointer font-semibold">{t('index')}</summary>
        <div className="mt-3">{list}</div>
      </details>
      <div className="hidden max-h-[calc(100vh-2rem)] overflow-y-auto xl:block">{list}</div>
    </nav>
  )
}

type Title = { zh: string; en: string }
type Row = { id: string; title: Title; staff?: { title: Title } }
