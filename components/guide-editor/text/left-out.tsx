'use client'
import { useTranslations } from 'next-intl'
import { FieldMessage } from '@/components/ui/field-frame'
import type { LeftOut } from '../paste/blocks'

/** Says what of the last clipboard is not in the text; nothing where all of it is. */
export function LeftOutNotice({ left }: { left: LeftOut | null }) {
  const t = useTranslations('guides.leftOut')
  const said = left
    ? [
        left.pictures && t('pictures', { count: left.pictures }),
        left.links && t('links', { count: left.links }),
        left.remarks && t('remarks', { count: left.remarks }),
        left.merged && t('merged'),
      ].filter((line) => typeof line === 'string')
    : []
  return (
    <div role="status" className={said.length ? 'border-t border-line px-3 pb-2' : undefined}>
      {said.map((line) => (
        <FieldMessage key={line} tone="warn">
          {line}
        </FieldMessage>
      ))}
    </div>
  )
}
