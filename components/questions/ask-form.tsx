'use client'
import type { Messages } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { Choice } from '@/components/ui/choice'
import { SelectField, TextArea, TextField } from '@/components/ui/field'
import { questionKinds } from '@/lib/questions/kinds'

type Props = {
  action: FormActionOf
  words: Pick<Messages['questions'], 'ask' | 'kind'>
  /** The request that it is asked from. */
  reference: string | null
  quoted: string
  stores: readonly { code: string; name: string }[]
}

/** A customer's question: kind, words, quoted number, and contact for the answer. */
export function AskForm({ action, words: { ask, kind }, reference, quoted, stores }: Props) {
  return (
    <SettingsForm
      action={action}
      values={reference ? { $reference: reference } : {}}
      scope="ask"
      save={ask.send}
      plain
    >
      {(errorAt, typed) => (
        <>
          <Choice
            name="kind"
            legend={ask.kind}
            options={questionKinds.map((value) => ({ value, label: kind[value] }))}
            defaultValue={typed.kind ?? 'question'}
            error={errorAt('kind')}
          />
          <TextArea
            name="words"
            label={ask.words}
            hint={ask.wordsHint}
            rows={5}
            defaultValue={typed.words}
            error={errorAt('words')}
          />
          {!reference && (
            <>
              <TextField
                name="quoted"
                label={ask.quoted}
                defaultValue={typed.quoted ?? quoted}
                error={errorAt('quoted')}
              />
              <SelectField name="store" label={ask.store} defaultValue={typed.store}>
                <option value="">{ask.anyStore}</option>
                {stores.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <TextField
                name="contact"
                label={ask.contact}
                hint={ask.contactHint}
                defaultValue={typed.contact}
                error={errorAt('contact')}
              />
            </>
          )}
        </>
      )}
    </SettingsForm>
  )
}
