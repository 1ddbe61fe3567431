'use client'
import { ActionForm } from '@/components/forms/action-form'
import { useFormAction } from '@/components/forms/use-form-action'
import { Button } from '@/components/ui/button'
import type { FormState } from '@/lib/forms/form-state'
import { ColleagueSelect } from './colleague-select'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  values: Record<string, string>
  colleagues: readonly { id: string; name: string }[]
  words: { give: string; save: string }
}

/** A reviewer assigns the request to somebody of its store. */
export function AssignForm({ action, values, colleagues, words }: Props) {
  const { pending, ready, formProps } = useFormAction(action)
  if (colleagues.length === 0) return null
  return (
    <ActionForm formProps={formProps} ready={ready} className="flex items-center gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ColleagueSelect name="assignee" label={words.give} colleagues={colleagues} />
      <Button look="secondary" disabled={pending}>
        {words.save}
      </Button>
    </ActionForm>
  )
}
