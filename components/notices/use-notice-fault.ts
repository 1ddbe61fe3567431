'use client'
import { useTranslations } from 'next-intl'
import { useFault } from '@/components/forms/texts'
import { type NoticeKind, placeholderNeeded } from '@/lib/notices/kinds'
import { placeholderFault } from '@/lib/notices/placeholder-faults'

/**
 * Words the fault at a notice's field. A placeholder's code is followed by what was written, so
 * that it is named as it stands in the text, with the one that was probably meant.
 */
export function useNoticeFault(kind: NoticeKind) {
  const t = useTranslations('notices.faulty')
  const fault = useFault()
  return (_path: string, code: string) => {
    if (code === 'placeholder_missing')
      return t('missing', { name: `{${placeholderNeeded(kind)}}` })
    const written = /^placeholder_\w+ (.*)$/su.exec(code)?.[1]
    const found = written === undefined ? null : placeholderFault(kind, written)
    if (!found) return fault(code)
    const name = found.code.slice('placeholder_'.length) as 'unknown'
    const meant = found.nearest ? t('nearest', { name: `{${found.nearest}}` }) : ''
    return `${t(name, { written: found.written })}${meant}`
  }
}
