'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import { handIsBack, useIdle } from './use-idle'

type Proved = 'right' | 'wrong' | 'too_many' | null
type Props = {
  email: string
  minutes: number
  lock(): Promise<unknown>
  unlock(password: string): Promise<Proved>
  here(): Promise<string | null>
}

/** Locks an idle counter screen, on this page and on the server; the input stays in place below. */
export function IdleLock({ email, minutes, lock, unlock, here }: Props) {
  const t = useTranslations('account.lock')
  const [locked, setLocked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<'wrong' | 'tooMany' | 'over' | 'unreachable'>()
  const cover = useRef<HTMLDialogElement>(null)

  const close = useCallback(() => {
    setLocked(true)
    cover.current?.showModal()
  }, [])
  const open = useCallback(() => {
    handIsBack()
    setRefused(undefined)
    setLocked(false)
    cover.current?.close()
    // The event stream was rejected while locked: reconnect.
    dispatchEvent(new Event('desk-unlocked'))
  }, [])

  useIdle(
    minutes,
    () => {
      if (locked) return
      close()
      lock().catch(() => {})
    },
    () => {
      here().then(
        (who) => who === '' && close(),
        () => {},
      )
    },
  )

  // Unlocked or signed in again in another tab: this one is unlocked too.
  useEffect(() => {
    if (!locked) return
    const look = () =>
      document.visibilityState === 'visible' &&
      here().then(
        (who) => who === email && open(),
        () => {},
      )
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('focus', look)
    }
  }, [locked, here, email, open])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    const proved = await unlock(String(new FormData(form).get('password'))).catch(
      () => 'unreachable' as const,
    )
    setBusy(false)
    form.reset()
    if (proved === 'right') return open()
    setRefused(proved === null ? 'over' : proved === 'too_many' ? 'tooMany' : proved)
  }

  return (
    <dialog
      ref={cover}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      className="fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none bg-paper p-4 text-ink"
    >
      {locked && (
        <div
          className={
            'mx-auto mt-[15dvh] grid max-w-md gap-5 rounded-lg border border-line ' +
            'bg-surface p-6'
          }
        >
          <h2 id="lock-title" className="text-xl font-bold">
            {t('title')}
          </h2>
          <p className="text-quiet">{t('text')}</p>
          {refused && (
            <Notice tone="bad" role="alert">
              {t(refused)}
            </Notice>
          )}
          <FieldScope of="lock">
            <form method="post" onSubmit={submit} className="grid gap-4">
              <TextField
                name="password"
                type="password"
                label={t('password', { email })}
                autoComplete="current-password"
                autoFocus
                required
              />
              <Button disabled={busy}>{t('open')}</Button>
            </form>
          </FieldScope>
          <a href="/signin" target="_blank" rel="noreferrer" className="text-accent underline">
            {t('elsewhere')}
          </a>
        </div>
      )}
    </dialog>
  )
}
