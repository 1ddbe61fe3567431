'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { carriedNumber } from '@/components/drafts/carried-number'
import { useTabOwner } from '@/components/drafts/tab-owner'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Tick } from '@/components/ui/tick'
import type { FormState } from '@/lib/forms/form-state'

type Props = { action: (before: FormState, form: FormData) => Promise<FormState> }

/** A mistyped number must not lock its true holder out. */
export function DisplaceForm({ action }: Props) {
  const t = useTranslations('record')
  const fault = useFault()
  const account = useTabOwner()
  const [number, setNumber] = useState('')
  // Can be read once: kept in this form's state from then on.
  useEffect(() => setNumber((before) => carriedNumber(account) || before), [account])
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid gap-5">
      <p>{t('transfer.displaceText')}</p>
      <FormMessages state={state} />
      {state.status === 'done' && (
        <Notice tone="good" role="status">
          {t('transfer.displaced')}
        </Notice>
      )}
      <TextField
        key={number}
        name="phoneNumber"
        label={t('phoneNumber')}
        inputMode="tel"
        defaultValue={number}
        error={errors.phoneNumber && fault(errors.phoneNumber)}
      />
      <Tick name="otherHolderMatched:boolean" label={t('transfer.displaceTick')} />
      <div>
        <Button look="danger" disabled={pending}>
          {t('transfer.displaceSave')}
        </Button>
      </div>
    </ActionForm>
  )
}
