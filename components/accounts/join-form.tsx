'use client'
import { signIn } from 'next-auth/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/lib/i18n/navigation'

type Words = Record<
  | 'email'
  | 'new'
  | 'code'
  | 'codeHint'
  | 'submit'
  | 'busy'
  | 'over'
  | 'second_factor'
  | 'code_wrong'
  | 'passkey_needed'
  | 'tooMany'
  | 'malformed'
  | 'unreachable',
  string
>
type Props = {
  token: string
  email: string
  hasFactor: boolean
  hint: string
  words: Words
  /** Faults of a password, by their code. */
  faults: Record<string, string>
}

const refusals: Partial<Record<string, keyof Words>> = {
  link_over: 'over',
  second_factor: 'second_factor',
  code_wrong: 'code_wrong',
  passkey_needed: 'passkey_needed',
  too_many: 'tooMany',
  text_malformed: 'malformed',
}

/** A person chooses a password by a link, and is signed in with it. */
export function JoinForm({ token, email, hasFactor, hint, words, faults }: Props) {
  const router = useRouter()
  const ready = useHydrated()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const message = useRef<HTMLDivElement>(null)
  const fault = refused === undefined ? undefined : faults[refused]

  // Said once it is on the page: a faulty password at its field, all else above the form.
  useEffect(() => {
    if (refused === undefined) return
    message.current?.querySelector<HTMLElement>('[role=alert], [aria-invalid=true]')?.focus()
  }, [refused])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefused(undefined)
    const typed = {
      token,
      password: String(form.get('password')),
      ...(hasFactor && { code: String(form.get('code')) }),
    }
    const answer = await signIn('link', { redirect: false, ...typed }).catch(() => null)
    if (answer?.ok) {
      router.replace('/account/home')
      router.refresh()
      return
    }
    setBusy(false)
    setRefused(answer?.error ?? 'failed')
  }

  return (
    <div ref={message}>
      <form onSubmit={submit} method="post" className="grid gap-4">
        {refused !== undefined && !fault && (
          <Notice tone="bad" role="alert">
            {words[refusals[refused] ?? 'unreachable']}
          </Notice>
        )}
        {/* For password managers too: the account that the password belongs to. */}
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          value={email}
          readOnly
        />
        <TextField
          name="password"
          type="password"
          label={words.new}
          hint={hint}
          error={fault}
          autoComplete="new-password"
          required
        />
        {hasFactor && (
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            required
          />
        )}
        <Button disabled={busy || !ready}>{busy ? words.busy : words.submit}</Button>
      </form>
    </div>
  )
}
