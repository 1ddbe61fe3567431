'use client'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/forms/confirm-button'
import type { FormActionOf } from '@/components/settings/settings-form'
import { useSavedFirst } from './draft-keeper'

type Props = { action: FormActionOf; values: Record<string, string>; count: number }

/**
 * Discards the draft; the question's button says how much goes, and its text that it comes back.
 */
export function DiscardForm({ action, values, count }: Props) {
  const t = useTranslations('guides.discard')
  const saved = useSavedFirst(action, true)
  const confirmation = {
    title: t('title'),
    text: t('text'),
    confirm: t('button', { count }),
  }
  return (
    <div>
      <ConfirmButton action={saved} values={values} confirmation={confirmation}>
        {t('open')}
      </ConfirmButton>
    </div>
  )
}
