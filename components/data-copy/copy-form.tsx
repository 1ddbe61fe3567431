'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Tick } from '@/components/ui/tick'
import { copyReasons } from '@/lib/cancellation/rules/data-copy'

/** Asks for the document that lies on the counter, the reason, and who it is that asks. */
export function CopyForm({ reference, action }: { reference: string; action: FormActionOf }) {
  const t = useTranslations('dataCopy.ask')
  const reasons = useTranslations('documents.view.reasons')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const errorAt = (name: string) => (errors[name] ? fault(errors[name]) : undefined)
  return (
    <Panel>
      <ActionForm formProps={formProps} ready={ready} className="grid max-w-[44rem] gap-4">
        <FormMessages state={state} />
        <p>{t('text')}</p>
        <input type="hidden" name="$reference" value={reference} />
        <TextField
          name="document"
          label={t('document')}
          hint={t('documentHint')}
          error={errorAt('document')}
        />
        <SelectField name="reason" label={t('reason')} defaultValue="" error={errorAt('reason')}>
          <option value="">{t('choose')}</option>
          {copyReasons.map((code) => (
            <option key={code} value={code}>
              {reasons(code)}
            </option>
          ))}
        </SelectField>
        <Tick
          name="identityMatched:boolean"
          label={t('identityMatched')}
          error={errorAt('identityMatched')}
        />
        <div>
          <Button disabled={pending}>{t('button')}</Button>
        </div>
      </ActionForm>
    </Panel>
  )
}
