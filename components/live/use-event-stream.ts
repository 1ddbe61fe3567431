'use client'
import { useEffect, useRef } from 'react'

type Handlers = Record<string, (content: unknown) => void>

/**
 * Listens to a stream of server-sent events while the page is in sight. A hidden tab listens to
 * nothing: browsers allow six lines to one server over HTTP/1.1, and a seventh tab would wait for
 * ever. On its return the stream begins anew; `onReturn` is for what was missed meanwhile.
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
    // A locked screen is turned away by the server, and a browser does not try again by itself.
    const again = () => {
      source?.close()
      source = null
      left = true
      follow()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    addEventListener('desk-unlocked', again)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      removeEventListener('desk-unlocked', again)
      source?.close()
    }
  }, [url, names])
}
