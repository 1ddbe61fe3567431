'use client'
import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'

type Words = Record<'make' | 'once' | 'link' | 'copy', string>

/** Makes a link, which is shown once: the desk keeps only a hash of it. */
export function ShareForm({
  action,
  guideId,
  words,
}: {
  action: FormActionOf
  guideId: string
  words: Words
}) {
  const { state, pending, ready, formProps } = useFormAction(action)
  const address = useRef<HTMLInputElement>(null)
  const copy = () => {
    address.current?.select()
    void navigator.clipboard.writeText(address.current?.value ?? '')
  }
  return (
    <FieldScope of="share">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
        <FormMessages state={state} />
        <input type="hidden" name="$guide" value={guideId} />
        {state.status === 'shown' && (
          <Notice tone="good" role="status" title={words.once}>
            <div className="mt-2 flex flex-wrap items-end gap-3">
              <TextField
                ref={address}
                name="$address"
                label={words.link}
                readOnly
                value={state.secret}
                className="min-w-0 flex-1 basis-[40rem]"
              />
              <Button type="button" look="secondary" onClick={copy}>
                {words.copy}
              </Button>
            </div>
          </Notice>
        )}
        <div>
          <Button look="secondary" disabled={pending}>
            {words.make}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}
