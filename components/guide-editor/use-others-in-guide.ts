'use client'
import { type RefObject, useEffect, useState } from 'react'
import { useEventStream } from '@/components/live/use-event-stream'
import type { InGuide } from '@/lib/live/guides'

/**
 * Who else has the guide open, and where; tells them where this editor is. `look` is called when
 * the desk may have another version than `seen`.
 */
export function useOthersInGuide(
  guideId: string,
  seen: RefObject<number>,
  look: () => void,
): readonly InGuide[] {
  const [others, setOthers] = useState<readonly InGuide[]>([])
  const address = `/api/guides/${guideId}/events`
  useEventStream(
    address,
    {
      here: (content) => setOthers((content as { others: InGuide[] }).others),
      changed: (content) => {
        const { version } = content as { version: number | null }
        if (version === null || version > seen.current) look()
      },
    },
    look,
  )
  useEffect(() => {
    let told = ''
    const tell = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
      const place = row?.dataset.place ?? ''
      if (place === told) return
      told = place
      const body = JSON.stringify({ place })
      // That nobody hears of it harms nothing.
      fetch(address, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json' },
      }).catch(() => {})
    }
    document.addEventListener('focusin', tell)
    return () => document.removeEventListener('focusin', tell)
  }, [address])
  return others
}
