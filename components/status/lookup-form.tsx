'use client'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

type Answer = 'referenceNeeded' | 'typo' | 'secretNeeded' | 'nothing' | 'codeOnly' | 'tooMany'
type Typed = { reference: string; secret: string; answer: Answer | null; minutes?: number }
type Label = 'reference' | 'referenceHint' | 'secret' | 'secretHint' | 'submit'
type Words = Record<Label | Answer, string>
type Props = {
  action: (before: Typed, form: FormData) => Promise<Typed>
  words: Words
  reference: string
}

/** The look-up; works without JavaScript, and keeps the input. */
export function LookupForm({ action, words, reference }: Props) {
  const [state, send, pending] = useActionState(action, { reference, secret: '', answer: null })
  const { answer } = state
  const isUnfilled = answer !== null && !state.secret
  return (
    <form action={send} className="grid gap-5">
      {answer === 'nothing' && (
        <Notice tone="bad" role="alert">
          {words.nothing}
        </Notice>
      )}
      {answer === 'codeOnly' && (
        <Notice tone="bad" role="alert">
          {words.codeOnly}
        </Notice>
      )}
      {answer === 'tooMany' && (
        <Notice tone="bad" role="alert">
          {words.tooMany.replace('…', String(state.minutes))}
        </Notice>
      )}
      <TextField
        name="reference"
        label={words.reference}
        hint={words.referenceHint}
        autoCapitalize="characters"
        defaultValue={state.reference}
        error={answer === 'typo' || answer === 'referenceNeeded' ? words[answer] : undefined}
      />
      <TextField
        name="secret"
        label={words.secret}
        hint={words.secretHint}
        autoCapitalize="characters"
        defaultValue={state.secret}
        error={isUnfilled ? words.secretNeeded : undefined}
      />
      <Button disabled={pending}>{words.submit}</Button>
    </form>
  )
}
