'use client'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { useSavedFirst } from './draft-keeper'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  /** The differences of the draft that there is; null without one. */
  replaced: number | null
}

/** Makes a discarded draft the draft again; where there is one, after a question. */
export function RestoreForm({ action, values, replaced }: Props) {
  const t = useTranslations('guides.earlier')
  const saved = useSavedFirst(action)
  if (replaced === null)
    return (
      <OneButtonForm look="secondary" action={saved} values={values}>
        {t('restore')}
      </OneButtonForm>
    )
  const confirmation = {
    title: t('replace'),
    text: t('replaces'),
    confirm: t('restoreOver', { count: replaced }),
  }
  return (
    <ConfirmButton look="secondary" action={saved} values={values} confirmation={confirmation}>
      {t('restore')}
    </ConfirmButton>
  )
}
