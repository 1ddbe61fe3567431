'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { FormState } from '@/lib/forms/form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  stores: { code: string; name: string }[]
}

export function TransferForm({ action, stores }: Props) {
  const t = useTranslations('record.transfer')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const referenceError =
    errors.reference &&
    (errors.reference === 'reference_typo' ? t('referenceTypo') : fault(errors.reference))
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid gap-5">
      <FormMessages state={state} />
      <TextField
        name="reference"
        label={t('reference')}
        autoCapitalize="characters"
        error={referenceError}
      />
      <TextField
        name="slipCode"
        label={t('code')}
        hint={t('codeHint')}
        autoCapitalize="characters"
      />
      <Tick name="identityMatched:boolean" label={t('identity')} />
      {stores.length > 1 ? (
        <SelectField name="store" label={t('store')}>
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name="store" value={stores[0]?.code} />
      )}
      <div>
        <Button disabled={pending}>{t('save')}</Button>
      </div>
    </ActionForm>
  )
}
