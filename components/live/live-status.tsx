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
  const heard = useRef(false)
  const now = useRef(changed)
  useEffect(() => {
    now.current = changed
  })
  useEffect(() => {
    const timer = setInterval(() => {
      if (!heard.current && document.visibilityState === 'visible') now.current()
      heard.current = false
    }, pollEvery)
    return () => clearInterval(timer)
  }, [])
  const told = (content: unknown) => {
    heard.current = true
    const said = (content as { version?: number | null }).version
    if (said !== undefined && said !== version) changed()
  }
  useEventStream(`/api/status/${reference}/events`, { changed: told, beat: told }, changed)
  return waiting ? <ChangedBar text={text} button={button} onShow={refresh} /> : null
}
