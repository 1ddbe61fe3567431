'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'

/** Prints a receipt again: the reprint is recorded first, and marked on the sheet. */
export function ReprintButton({
  action,
  reference,
  count,
}: {
  action: FormActionOf
  reference: string
  count: number
}) {
  const t = useTranslations('walk.duties')
  const shown = useRef(count)
  useEffect(() => {
    if (count > shown.current) window.print()
    shown.current = count
  }, [count])
  return (
    <OneButtonForm
      look="primary"
      action={action}
      values={{ $reference: reference, $duty: 'reprint_receipt' }}
    >
      {t('reprint')}
    </OneButtonForm>
  )
}
