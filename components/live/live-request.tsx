'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ChangedBar } from './changed-bar'
import { useChanges } from './use-changes'

/** Keeps a request's page fresh, and shows who else has it open. */
export function LiveRequest({ reference, version }: { reference: string; version: number }) {
  const t = useTranslations('live')
  const [names, setNames] = useState<string[]>([])
  const { waiting, changed, refresh } = useChanges(version)

  // The stream stays as it is while the page moves on.
  const now = useRef({ version, changed })
  useEffect(() => {
    now.current = { version, changed }
  })

  useEffect(() => {
    const source = new EventSource(`/api/events?request=${reference}`)
    source.addEventListener('here', (event) => setNames((JSON.parse(event.data) as { names: string[] }).names))
    source.addEventListener('changed', (event) => {
      const told = JSON.parse(event.data) as { version: number | null; mine: boolean }
      if (!told.mine && (told.version === null || told.version > now.current.version)) now.current.changed()
    })
    return () => source.close()
  }, [reference])

  return (
    <>
      {waiting && <ChangedBar text={t('requestChanged')} button={t('show')} onShow={refresh} />}
      <p role="status" className="no-print text-sm font-semibold text-warn">{names.length > 0 && t('alsoHere', { names: names.join('、') })}</p>
    </>
  )
}
