'use client'
import { useEffect, useRef } from 'react'
import { ChangedBar } from './changed-bar'
import { useChanges } from './use-changes'
import { useEventStream } from './use-event-stream'

const pollEvery = 60_000

/**
 * Keeps a customer's status page up to date; polls every minute where a proxy buffers the stream.
 */
export function LiveStatus({
  reference,
  version,
  text,
  button,
}: {
  reference: string
  version: number
  text: string
  button: string
}) {
  const { waiting, changed, refresh } = useChanges(version, true)
  const received = useRef(false)
  const now = useRef(changed)
  useEffect(() => {
    now.current = changed
  })
  useEffect(() => {
    const timer = setInterval(() => {
      if (!received.current && document.visibilityState === 'visible') now.current()
      received.current = false
    }, pollEvery)
    return () => clearInterval(timer)
  }, [])
  const onMessage = (content: unknown) => {
    received.current = true
    const latest = (content as { version?: number | null }).version
    if (latest !== undefined && latest !== version) changed()
  }
  useEventStream(
    `/api/status/${reference}/events`,
    { changed: onMessage, beat: onMessage },
    changed,
  )
  return waiting ? <ChangedBar text={text} button={button} onShow={refresh} /> : null
}
