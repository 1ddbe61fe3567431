'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ChangedBar } from './changed-bar'
import { useChanges } from './use-changes'
import { useEventStream } from './use-event-stream'

const atMostEvery = 3000

/** Keeps the list of requests up to date; bursts of changes are coalesced. */
export function LiveList({ shown }: { shown: string }) {
  const t = useTranslations('live')
  const { waiting, changed, refresh } = useChanges(shown)
  const now = useRef(changed)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    now.current = changed
  })
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  const scheduleRefresh = () => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      now.current()
    }, atMostEvery)
  }
  useEventStream('/api/events', { changed: scheduleRefresh }, scheduleRefresh)
  return waiting ? <ChangedBar text={t('listChanged')} button={t('show')} onShow={refresh} /> : null
}
