'use client'
import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/lib/i18n/navigation'

type Words = Record<'email' | 'password' | 'submit' | 'busy' | 'wrong' | 'unreachable' | 'tooMany', string>

export function SignInForm({ words }: { words: Words }) {
  const router = useRouter()
  const ready = useHydrated()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefused(undefined)
    const answer = await signIn('credentials', { redirect: false, email: form.get('email'), password: form.get('password') }).catch(() => null)
    if (answer?.ok) {
      router.replace('/account/home')
      router.refresh()
      return
    }
    setBusy(false)
    setRefused(answer?.error === 'too_many' ? words.tooMany : answer?.status === 401 ? words.wrong : words.unreachable)
  }

  return (
    <form onSubmit={submit} method="post" className="grid gap-4">
      {refused && <Notice tone="bad" role="alert">{refused}</Notice>}
      <TextField name="email" type="email" label={words.email} autoComplete="username" required />
      <TextField name="password" type="password" label={words.password} autoComplete="current-password" required />
      <Button disabled={busy || !ready}>{busy ? words.busy : words.submit}</Button>
    </form>
  )
}
