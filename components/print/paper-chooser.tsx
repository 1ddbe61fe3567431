import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { papers as allPapers, type Paper } from '@/lib/domain/coded-values'
import { sheetAddress } from './sheet-look'

/**
 * Another paper for this once, and large type; the store's own paper is its setting. A sheet that
 * has one paper names no `papers`.
 */
export async function PaperChooser({
  page,
  look,
  papers = allPapers,
}: {
  page: string
  look: { paper: Paper; large: boolean }
  papers?: readonly Paper[]
}) {
  const t = await getTranslations('shell.sheet')
  const words = await getTranslations('words.paper')
  return (
    <nav aria-label={t('label')} className="no-print mb-6 flex flex-wrap items-center gap-2">
      {papers.map((paper) => (
        <Choice
          key={paper}
          href={sheetAddress(page, { ...look, paper })}
          chosen={paper === look.paper}
        >
          {words(paper)}
        </Choice>
      ))}
      {papers.length > 0 && (
        // Where the choices need two lines it would stand at the end of the first.
        <span aria-hidden="true" className="mx-1 hidden h-6 border-l border-line sm:block" />
      )}
      {[false, true].map((large) => (
        <Choice
          key={String(large)}
          href={sheetAddress(page, { ...look, large })}
          chosen={large === look.large}
        >
          {large ? t('large') : t('normal')}
        </Choice>
      ))}
    </nav>
  )
}

function Choice({ href, chosen, children }: { href: string; chosen: boolean; children: string }) {
  return (
    <Link
      href={href}
      replace
      scroll={false}
      aria-current={chosen ? 'true' : undefined}
      className={clsx(
        'inline-flex min-h-11 items-center rounded-md border px-3 py-1.5 no-underline',
        chosen
          ? 'border-accent bg-accent-soft font-semibold text-accent'
          : 'border-edge bg-surface text-ink hover:bg-accent-soft',
      )}
    >
      {children}
    </Link>
  )
}
