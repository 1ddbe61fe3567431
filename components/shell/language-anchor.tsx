import { localPath, plainPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'

export type LanguageAnchorProps = { other: Locale; label: string; children: string }

/** The page at this path in the other language. */
export const LanguageAnchor = ({
  path,
  other,
  label,
  children,
}: LanguageAnchorProps & { path: string }) => (
  <a
    href={localPath(other, plainPath(path))}
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
