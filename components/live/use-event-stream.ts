'use client'
import { useEffect, useRef } from 'react'

type Handlers = Record<string, (content: unknown) => void>

/**
 * Listens to server-sent events while the page is visible. A hidden tab closes its stream: browsers
 * permit six HTTP/1.1 connections per server, and a seventh tab would hang. The stream is reopened
 * when the tab returns; `onReturn` handles what was missed meanwhile.
 */
export function useEventStream(url: string, handlers: Handlers, onReturn?: () => void) {
  const latest = useRef({ handlers, onReturn })
  useEffect(() => {
    latest.current = { handlers, onReturn }
  })

  const names = Object.keys(handlers).join()
  useEffect(() => {
    let source: EventSource | null = null
    let left = false
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        source?.close()
        source = null
        left = true
        return
      }
      if (source) return
      source = new EventSource(url)
      for (const name of names.split(','))
        source.addEventListener(name, (event) =>
          latest.current.handlers[name]?.(JSON.parse((event as MessageEvent<string>).data)),
        )
      if (left) latest.current.onReturn?.()
    }
    // The server rejects a locked screen, and browsers do not reconnect after a rejection.
    const reconnect = () => {
      source?.close()
      source = null
      left = true
      follow()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    addEventListener('desk-unlocked', reconnect)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      removeEventListener('desk-unlocked', reconnect)
      source?.close()
    }
  }, [url, names])
}
