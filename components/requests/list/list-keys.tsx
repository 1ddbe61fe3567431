'use client'
import { useTranslations } from 'next-intl'
import { useKeys } from '@/components/keys/keys'

/**
 * J and K go from request to request. What they select has the focus, so that Enter opens it and a
 * screen reader says it.
 */
export function ListKeys() {
  const t = useTranslations('live.keys')
  useKeys([
    { keys: 'j', label: t('nextRow'), run: () => go(1) },
    { keys: 'k', label: t('previousRow'), run: () => go(-1) },
  ])
  return null
}

function go(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row] th a')]
  const row = document.activeElement?.closest('[data-row]')
  const at = links.findIndex((link) => row?.contains(link))
  const to = links[at < 0 ? 0 : at + by]
  to?.focus()
  to?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
}
