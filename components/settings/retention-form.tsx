'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import { Tick } from '@/components/ui/tick'
import type { Retention } from '@/lib/retention/schemas'
import type { FormActionOf } from './settings-form'

/**
 * Retention in days after a request's end; a shorter one applies to past requests too, so a preview
 * shows what would be destroyed.
 */
export function RetentionForm({
  action,
  seen,
  kept,
}: {
  action: FormActionOf
  seen: string
  kept: Retention
}) {
  const t = useTranslations('settings')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  return (
    <FieldScope of="retention">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-5">
        <AskBeforeLeaving state={state} />
        <FormMessages state={state} />
        <input type="hidden" name="$seen" value={seen} />
        <Tick
          name="on:boolean"
          label={t('retention.on')}
          hint={t('retention.onHint')}
          defaultChecked={kept.on}
          sendsOff
        />
        {(['photoDays', 'identifierDays'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            inputMode="numeric"
            label={t(`retention.${name}`)}
            hint={t(`retention.${name}Hint`)}
            defaultValue={kept[name]}
            error={errors[name] && fault(errors[name])}
            className="max-w-md"
          />
        ))}
        {state.status === 'looked' && (
          <Notice tone={state.count ? 'warn' : 'info'} role="status" title={t('retention.would')}>
            <ul>
              {state.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button disabled={pending}>{pending ? t('busy') : t('save')}</Button>
          <Button look="secondary" name="$look" value="1" disabled={pending}>
            {t('retention.look')}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}
