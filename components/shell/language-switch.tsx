'use client'
import { useLocale } from 'next-intl'
import { Link, usePathname } from '@/lib/i18n/navigation'

/** The same page in the other language. */
export function LanguageSwitch({ label, children }: { label: string; children: string }) {
  const path = usePathname()
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <Link href={path} locale={other} hrefLang={other} lang={other} aria-label={label} className="inline-flex min-h-11 items-center whitespace-nowrap px-2 text-accent no-underline hover:underline">
      {children}
    </Link>
  )
}
