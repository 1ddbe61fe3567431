'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import type { Paper } from '@/lib/domain/coded-values'

/** Prints a receipt again: the reprint is recorded first, and marked on the sheet. */
export function ReprintButton({
  action,
  reference,
  count,
  look,
}: {
  action: FormActionOf
  reference: string
  count: number
  look: { paper: Paper; large: boolean }
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
      values={{
        $reference: reference,
        $duty: 'reprint_receipt',
        $paper: look.paper,
        $type: look.large ? 'large' : '',
      }}
    >
      {t('reprint')}
    </OneButtonForm>
  )
}
