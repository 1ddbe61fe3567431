'use client'
import { usePathname } from 'next/navigation'
import { localPath, plainPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'

/** Links to the same page in the other language. */
export function LanguageSwitch({
  other,
  label,
  children,
}: {
  other: Locale
  label: string
  children: string
}) {
  return (
    <a
      href={localPath(other, plainPath(usePathname()))}
      hrefLang={other}
      lang={other}
      aria-label={label}
      className={
        'inline-flex min-h-11 items-center whitespace-nowrap px-2 text-accent no-underline ' +
        'hover:underline'
      }
    >
      {children}
    </a>
  )
}
