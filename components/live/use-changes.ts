'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

const handsOff = 3000

/**
 * Refreshes the page after a change: immediately while there is no activity and no input, else when
 * the reader asks, so that nothing moves under the pointer. `shown` identifies the displayed data;
 * a new value means that they are fresh. `byItself`: refresh automatically once the activity has
 * ended.
 */
export function useChanges(shown: string | number, byItself = false) {
  const router = useRouter()
  const [waitingSince, setWaitingSince] = useState<string | number | null>(null)
  const touched = useRef(0)
  const typedWhile = useRef<string | number | null>(null)

  useEffect(() => {
    const touch = () => {
      touched.current = Date.now()
    }
    // Selections outside a form are not unsaved work.
    const type = ({ target }: Event) => {
      if (target instanceof Element && target.closest('form')) typedWhile.current = shown
    }
    const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    document.addEventListener('input', type)
    return () => {
      for (const event of events) window.removeEventListener(event, touch)
      document.removeEventListener('input', type)
    }
  }, [shown])

  const refresh = useCallback(() => {
    setWaitingSince(null)
    router.refresh()
  }, [router])
  const changed = useCallback(() => {
    const atWork = typedWhile.current === shown || Date.now() - touched.current < handsOff
    if (atWork) setWaitingSince(shown)
    else refresh()
  }, [refresh, shown])
  useEffect(() => {
    if (!byItself || waitingSince !== shown) return
    const timer = setInterval(() => {
      if (typedWhile.current !== shown && Date.now() - touched.current >= handsOff) refresh()
    }, 500)
    return () => clearInterval(timer)
  }, [byItself, waitingSince, shown, refresh])
  return { waiting: waitingSince === shown, changed, refresh }
}
