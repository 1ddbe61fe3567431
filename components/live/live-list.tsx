'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ChangedBar } from './changed-bar'
import { useChanges } from './use-changes'

const atMostEvery = 3000

/** Keeps the list of requests fresh; many changes at once are one. */
export function LiveList({ shown }: { shown: string }) {
  const t = useTranslations('live')
  const { waiting, changed, refresh } = useChanges(shown)

  const now = useRef(changed)
  useEffect(() => {
    now.current = changed
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource('/api/events')
    source.addEventListener('changed', () => {
      timer ??= setTimeout(() => {
        timer = undefined
        now.current()
      }, atMostEvery)
    })
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [])

  return waiting ? <ChangedBar text={t('listChanged')} button={t('show')} onShow={refresh} /> : null
}
