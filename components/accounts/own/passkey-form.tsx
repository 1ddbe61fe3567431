'use client'
import { startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { FormActionOf } from '@/components/settings/settings-form'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type FormState, refusedForm } from '@/lib/forms/form-state'
import { OwnForm } from './own-form'

type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
type Props = {
  ask: (password: string) => Promise<{ refusal: FormState } | { options: Options } | null>
  keep: FormActionOf
}

/** Registers a passkey on this device and stores its public key. */
export function PasskeyForm({ ask, keep }: Props) {
  const t = useTranslations('account')
  const router = useRouter()
  const [said, setSaid] = useState<'passkeyDone' | 'passkeyStopped'>()
  useEffect(() => {
    if (said === 'passkeyDone') router.refresh()
  }, [said, router])

  const make: FormActionOf = async (before, form) => {
    setSaid(undefined)
    const asked = await ask(String(form.get('old')))
    if (!asked) return refusedForm('signed_out')
    if ('refusal' in asked) return asked.refusal
    const response = await startRegistration({ optionsJSON: asked.options }).catch(() => null)
    if (!response) {
      setSaid('passkeyStopped')
      return before
    }
    form.set('$response', JSON.stringify(response))
    form.delete('old')
    const stored = await keep(before, form)
    if (stored.status === 'done') setSaid('passkeyDone')
    return stored
  }

  return (
    <>
      {said && (
        <Notice tone={said === 'passkeyDone' ? 'good' : 'bad'} role="status">
          {t(said)}
        </Notice>
      )}
      <OwnForm action={make} scope="passkey" save={t('passkeyAdd')} look="secondary">
        {(errorAt) => (
          <TextField
            name="name"
            label={t('passkeyName')}
            hint={t('passkeyNameHint')}
            maxLength={60}
            error={errorAt('name')}
          />
        )}
      </OwnForm>
    </>
  )
}
