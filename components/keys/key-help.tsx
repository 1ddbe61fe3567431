'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Link } from '@/components/shell/link'
import { KeyCaps } from './key-caps'
import { KeyDialog } from './key-dialog'
import type { Act } from './keys'
import { isChord } from './match'

/** The list of keys that act on this page. */
export default function KeyHelp({
  acts,
  letters,
  close,
}: {
  acts: readonly Act[]
  letters: boolean
  close(): void
}) {
  const t = useTranslations('live.keys')
  // Not the link below the list: the dialog would open at its end.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const listed = acts.filter(({ keys }) => keys && (letters || isChord(keys)))
  return (
    <KeyDialog label={t('help')} close={close}>
      <div className="p-5">
        <h2 ref={heading} tabIndex={-1} className="mb-3 text-lg font-bold outline-none">
          {t('help')}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
          {listed.map(({ keys, label }) => (
            <div key={keys} className="contents">
              <dt>
                <KeyCaps keys={keys ?? ''} />
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-quiet">
          <Link href="/account#keys" onClick={close} className="text-accent underline">
            {t('setting')}
          </Link>
        </p>
      </div>
    </KeyDialog>
  )
}
