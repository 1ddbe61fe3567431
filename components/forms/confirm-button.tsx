'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { ConfirmDialog, KeepButton } from '@/components/ui/confirm-dialog'
import type { FormState } from '@/lib/forms/form-state'
import { ActionForm } from './action-form'
import { FormMessages } from './form-messages'
import { useFormTexts } from './texts'
import { useFormAction } from './use-form-action'

type Action = (before: FormState, form: FormData) => Promise<FormState>

/** What is asked before something final, in the reader's language. */
export type Confirmation = {
  /** The question: "Disable Li Si's account?" */
  title: string
  /** What will happen, where the button does not say all of it. */
  text: ReactNode
  /** The button, which says the consequence: "Disable and sign out 3 devices". */
  confirm: string
  /**
   * The `fingerprint` of what `title`, `text` and `confirm` rest on. The action
   * gets it as `$confirmed`, and refuses with `consequence_changed` where it no longer holds: the
   * page is then read anew and asks again, with the new words.
   */
  seen?: string
}

type Props = {
  action: Action
  values: Record<string, string>
  confirmation: Confirmation
  look?: ButtonLook
  /** What opens the question, such as "Disable account". */
  children: ReactNode
}

/**
 * A form of one button whose action cannot be undone or shuts somebody out: the button opens a
 * question whose own button says the consequence. Not inside another form.
 */
export function ConfirmButton({ look = 'danger', children, ...asked }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="button" look={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && <Question {...asked} close={() => setOpen(false)} />}
    </>
  )
}

function Question({
  action,
  values,
  confirmation: { title, text, confirm, seen },
  close,
}: Pick<Props, 'action' | 'values' | 'confirmation'> & { close(): void }) {
  const router = useRouter()
  const { settings } = useFormTexts()
  const { state, pending, ready, formProps } = useFormAction(action)
  const changed = state.status === 'refused' && state.code === 'consequence_changed'
  useEffect(() => {
    if (changed) router.refresh()
  }, [changed, router])
  useEffect(() => {
    if (state.status === 'done') close()
  }, [state, close])
  return (
    <ConfirmDialog title={title} text={text} close={close}>
      <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
        <FormMessages state={state} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {seen !== undefined && <input type="hidden" name="$confirmed" value={seen} />}
        <div className="flex flex-wrap gap-3">
          <Button look="danger" disabled={pending}>
            {pending ? settings.busy : confirm}
          </Button>
          <KeepButton>{settings.cancel}</KeepButton>
        </div>
      </ActionForm>
    </ConfirmDialog>
  )
}
