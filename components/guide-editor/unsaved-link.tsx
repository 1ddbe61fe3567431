'use client'
import { useTranslations } from 'next-intl'
import { FieldScope, useFieldId } from '@/components/ui/field-id'
import { useKeeper } from './draft-keeper'

/** Why the draft is not wholly saved or decided, as a link to the place; nothing where it is. */
export const UnsavedLink = () => (
  <FieldScope of="guide">
    <Reason />
  </FieldScope>
)

function Reason() {
  const t = useTranslations('guides.unsaved')
  const fieldId = useFieldId()
  const { keeping, state, conflicts } = useKeeper()
  const [faulty] = state.status === 'invalid' ? Object.keys(state.errors) : []
  const reason =
    keeping === 'stopped'
      ? faulty
        ? { text: t('faulty'), href: `#${fieldId(faulty)}` }
        : { text: t('stopped'), href: '#guide-messages' }
      : conflicts.length > 0
        ? { text: t('undecided', { count: conflicts.length }), href: '#guide-conflicts' }
        : null
  return (
    reason && (
      <a href={reason.href} className="font-semibold text-bad underline">
        {reason.text}
      </a>
    )
  )
}
