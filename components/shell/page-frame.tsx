import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The page's content area below the header, and the footer, with `links` where there are any. */
export async function PageFrame({
  children,
  wide,
  links,
}: {
  children: ReactNode
  wide?: boolean
  links?: ReactNode
}) {
  const t = await getTranslations('shell')
  return (
    <>
      <main
        id="content"
        tabIndex={-1}
        className={
          'mx-auto w-full flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8 ' +
          `${wide ? 'max-w-7xl' : 'max-w-4xl'}`
        }
      >
        {children}
      </main>
      <footer className="no-print border-t border-line px-4 py-4 text-center text-sm text-quiet">
        {links}
        {t('footer')}
      </footer>
    </>
  )
}
