'use client'
import { usePathname } from 'next/navigation'
import { LanguageAnchor, type LanguageAnchorProps } from './language-anchor'

/** Links to the same page in the other language. */
export const LanguageSwitch = (props: LanguageAnchorProps) => (
  <LanguageAnchor path={usePathname()} {...props} />
)
