'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import { Tick } from '@/components/ui/tick'

/**
 * Destroys a person's data after the request has ended (L3); collapsed, because it is irreversible.
 */
export function ErasePanel({ reference, action }: { reference: string; action: FormActionOf }) {
  const t = useTranslations('walk.erase')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  return (
    <details className="no-print rounded-lg border border-line bg-surface p-4 sm:p-6">
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <FieldScope of="erase">
        <ActionForm formProps={formProps} ready={ready} className="mt-4 grid gap-4">
          <FormMessages state={state} />
          <p>{t('text')}</p>
          <input type="hidden" name="$reference" value={reference} />
          {(['identityMatched', 'understood'] as const).map((name) => (
            <Tick
              key={name}
              name={`${name}:boolean`}
              label={t(name)}
              error={errors[name] && fault(errors[name])}
            />
          ))}
          <div>
            <Button look="danger" disabled={pending}>
              {t('button')}
            </Button>
          </div>
        </ActionForm>
      </FieldScope>
    </details>
  )
}
