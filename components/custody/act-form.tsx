'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import { TextField } from '@/components/ui/field'
import type { FormState } from '@/lib/forms/form-state'

export type ActFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** Hidden context fields (`$`-prefixed). */
  values: Record<string, string>
  title: string
  text?: string
  field?: { name: string; label: string; numeric?: true }
  save: string
  grave?: boolean
  primary?: boolean
  /** Collapsed by default: for lists. */
  folded?: boolean
}

/** An action on a card or bag: its consequence, the name or number to note, and its button. */
export function ActForm({
  action,
  values,
  title,
  text,
  field,
  save,
  grave,
  primary,
  folded,
}: ActFormProps) {
  const fault = useFault()
  const t = useTranslations('moves')
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const form = (
    <FieldScope of={Object.values(values).join('-')}>
      <ActionForm formProps={formProps} ready={ready} className="grid gap-3">
        <FormMessages state={state} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {!folded && <h3 className="font-semibold">{title}</h3>}
        {text && <p className="max-w-[44rem] text-sm text-quiet">{text}</p>}
        {field && (
          <TextField
            name={field.name}
            label={field.label}
            {...(field.numeric && { inputMode: 'numeric' as const })}
            error={errors[field.name] ? fault(errors[field.name] ?? '') : undefined}
            className="max-w-sm"
          />
        )}
        <div>
          <Button look={grave ? 'danger' : primary ? 'primary' : 'secondary'} disabled={pending}>
            {pending ? t('busy') : save}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
  if (!folded) return form
  return (
    <details className="rounded-md border border-line">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 py-2 font-semibold">
        {title}
      </summary>
      <div className="border-t border-line p-4">{form}</div>
    </details>
  )
}
