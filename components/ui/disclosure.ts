'use client'
import { type RefObject, useEffect } from 'react'

/**
 * Closes a `details` that stands over the page: by Escape, which gives the focus back to its
 * summary, by a click or the focus elsewhere, and by following a link in it, after which the router
 * may keep it on the page.
 */
export function useClosing(box: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: Event) => {
      const here = box.current
      if (!here?.open) return
      const { target } = event
      const isInside = target instanceof Node && here.contains(target)
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        if (isInside) here.querySelector('summary')?.focus()
      } else if (event.type === 'click') {
        if (!isInside || !(target instanceof Element && target.closest('a'))) return
      } else if (isInside) return
      here.open = false
    }
    const kinds = ['pointerdown', 'keydown', 'focusin', 'click'] as const
    for (const kind of kinds) document.addEventListener(kind, close)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, close)
    }
  }, [box])
}
