'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { TextFileField } from '@/components/forms/text-file-field'
import { useFault } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'

type Props = { action: FormActionOf; values: Record<string, string> }

/** A rulebook as a file: chosen or pasted, compared with what is stored, and only then applied. */
export function ImportForm({ action, values }: Props) {
  const t = useTranslations('rules')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const area = useRef<HTMLDivElement>(null)
  const looked = state.status === 'looked' ? state : null
  const fill = (text: string) => {
    const field = area.current?.querySelector('textarea')
    if (field) field.value = text
  }
  return (
    <FieldScope of="import">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
        <FormMessages state={state} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextFileField label={t('file')} accept="application/json,.json" onText={fill} />
        <div ref={area}>
          <TextArea
            name="text"
            label={t('fileText')}
            hint={t('fileHint')}
            rows={6}
            className="font-mono"
            error={errors.text ? fault(errors.text) : undefined}
          />
        </div>
        {looked && (
          <Notice
            tone={looked.count ? 'warn' : 'good'}
            role="status"
            title={t('change.count', { count: looked.count })}
          >
            <ul className="mt-1 list-disc pl-5">
              {looked.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button look="secondary" disabled={pending} name="$apply" value="false">
            {t('compare')}
          </Button>
          {looked !== null && looked.count > 0 && (
            <Button disabled={pending} name="$apply" value="true">
              {t('apply', { count: looked.count })}
            </Button>
          )}
        </div>
      </ActionForm>
    </FieldScope>
  )
}
