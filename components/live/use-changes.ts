'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

const handsOff = 3000

/**
 * Asks the page anew when something has changed: at once while nobody's hand is on it and nothing
 * is typed, else when its reader says so. Nothing moves under the hand. `shown` names what the page
 * shows; a new value means it is fresh. `byItself`: what had to wait for the hand is shown once the
 * hand is off.
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
    // What is chosen outside a form is nobody's work yet.
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
