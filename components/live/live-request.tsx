'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangedBar } from './changed-bar'
import { useChanges } from './use-changes'
import { useEventStream } from './use-event-stream'

/** Keeps a request's page up to date, and shows who else has it open. */
export function LiveRequest({ reference, version }: { reference: string; version: number }) {
  const t = useTranslations('live')
  const format = useFormatter()
  const [names, setNames] = useState<string[]>([])
  const { waiting, changed, refresh } = useChanges(version, true)
  useEventStream(`/api/events?request=${reference}`, {
    here: (content) => setNames((content as { names: string[] }).names),
    changed: (content) => {
      const told = content as { version: number | null; mine: boolean }
      if (!told.mine && (told.version === null || told.version > version)) changed()
    },
  })
  return (
    <>
      {waiting && <ChangedBar text={t('requestChanged')} button={t('show')} onShow={refresh} />}
      <p role="status" className="no-print text-sm font-semibold text-warn empty:-mr-2">
        {names.length > 0 && t('alsoHere', { names: format.list(names) })}
      </p>
    </>
  )
}
