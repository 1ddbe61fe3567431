'use client'
import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/lib/i18n/navigation'
import { PasskeyButton } from './passkey-button'

export type SignInWords = Record<
  | 'email'
  | 'password'
  | 'submit'
  | 'busy'
  | 'wrong'
  | 'unreachable'
  | 'malformed'
  | 'tooMany'
  | 'code'
  | 'codeHint'
  | 'second_factor'
  | 'code_wrong'
  | 'passkey_needed'
  | 'passkey'
  | 'passkeyStopped'
  | 'passkeyWrong',
  string
>
type Props = {
  words: SignInWords
  /** Single sign-on, if configured. */
  sso: string | null
  said?: string | undefined
  askPasskey: Parameters<typeof PasskeyButton>[0]['ask']
}

const asksForCode = ['second_factor', 'code_wrong', 'passkey_needed'] as const

type Answer = { error?: string | null | undefined; status: number } | null | undefined

/** The message for a refused sign-in. */
function refusalOf(answer: Answer, words: SignInWords): string {
  if (answer?.error === 'too_many') return words.tooMany
  if (answer?.error === 'text_malformed') return words.malformed
  if (answer?.error === 'failed' || answer?.error === 'busy') return words.unreachable
  return answer?.status === 401 ? words.wrong : words.unreachable
}

export function SignInForm({ words, sso, said, askPasskey }: Props) {
  const router = useRouter()
  const ready = useHydrated()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(said)
  const [code, setCode] = useState(false)

  const begin = () => {
    router.replace('/account/home')
    router.refresh()
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefused(undefined)
    const typed = {
      email: form.get('email'),
      password: form.get('password'),
      ...(code && { code: form.get('code') }),
    }
    const answer = await signIn('credentials', { redirect: false, ...typed }).catch(() => null)
    if (answer?.ok) return begin()
    setBusy(false)
    const asked = asksForCode.find((name) => name === answer?.error)
    if (asked) setCode(true)
    setRefused(asked ? words[asked] : refusalOf(answer, words))
  }

  return (
    <>
      <form onSubmit={submit} method="post" className="grid gap-4">
        {refused && (
          <Notice tone={refused === words.second_factor ? 'info' : 'bad'} role="alert">
            {refused}
          </Notice>
        )}
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username webauthn"
          required
        />
        <TextField
          name="password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          required
        />
        {code && (
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            autoFocus
            required
          />
        )}
        <Button disabled={busy || !ready}>{busy ? words.busy : words.submit}</Button>
      </form>
      <div className="mt-5 grid gap-3 border-t border-line pt-5">
        <PasskeyButton
          ask={askPasskey}
          label={words.passkey}
          disabled={busy || !ready}
          done={begin}
          refused={(why) => setRefused(words[why])}
        />
        {sso && (
          <Button
            type="button"
            look="secondary"
            disabled={busy || !ready}
            onClick={() => void signIn('sso', { callbackUrl: '/account/home' })}
          >
            {sso}
          </Button>
        )}
      </div>
    </>
  )
}
