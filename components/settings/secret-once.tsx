'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/lib/i18n/navigation'

/**
 * A secret that is shown this once, to be copied: the desk keeps none of it, so that nothing brings
 * it back. It takes the focus, and the page is read anew, so that the list beside the form has what
 * was made.
 */
export function SecretOnce({
  kind,
  secret,
}: {
  kind: 'key' | 'link' | 'link_not_taken'
  secret: string
}) {
  const t = useTranslations('settings.secret')
  const router = useRouter()
  const text = useRef<HTMLElement>(null)
  const [said, say] = useState<'copied' | 'copyFailed'>()
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!secret) return
    here.current?.focus()
    // What it was made of has been used: a second click would not make the same again.
    here.current?.closest('form')?.reset()
    router.refresh()
  }, [secret, router])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      say('copied')
    } catch {
      // Without TLS, or refused: the person copies what is selected.
      if (text.current) window.getSelection()?.selectAllChildren(text.current)
      say('copyFailed')
    }
  }
  return (
    <div ref={here} tabIndex={-1} className="outline-none">
      <Notice tone="good" title={t(`${kind}.title`)}>
        <code
          ref={text}
          data-testid="secret"
          className={
            'my-2 block rounded-md border border-line bg-surface px-3 py-2 font-mono text-base ' +
            'break-all select-all'
          }
        >
          {secret}
        </code>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button" look="secondary" onClick={copy}>
            {t('copy')}
          </Button>
          <span role="status" className="font-semibold">
            {said && t(said)}
          </span>
        </div>
        <p className="mt-2">{t(`${kind}.text`)}</p>
      </Notice>
    </div>
  )
}
