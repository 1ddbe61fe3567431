'use client'

import { useLinkStatus } from 'next/link'
import { type ComponentProps, useState } from 'react'
import { LinkInLanguage } from '@/lib/i18n/navigation'
import { useNavigating } from './navigation-status'

/**
 * A link that prefetches its page on hover, touch or focus. Next prefetches every visible link,
 * which made up six of seven requests of a clerk's browser, mostly unused.
 */
export function Link({ children, ...props }: ComponentProps<typeof LinkInLanguage>) {
  const [reachedFor, setReachedFor] = useState(false)
  const reach = () => setReachedFor(true)
  return (
    <LinkInLanguage
      {...props}
      prefetch={reachedFor ? null : false}
      onMouseEnter={reach}
      onTouchStart={reach}
      onFocus={reach}
    >
      {children}
      <Following />
    </LinkInLanguage>
  )
}

/** Tells the page that the link around it is being followed. */
function Following() {
  useNavigating(useLinkStatus().pending)
  return null
}
