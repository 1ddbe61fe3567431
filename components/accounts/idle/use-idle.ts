'use client'
import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const
// Shared by all tabs: activity in one counts for all.
const kept = 'desk-last-hand'
const everyMs = 5000
const sayAfterMs = 60_000

const lastHand = () => Number(localStorage.getItem(kept) ?? 0)

/**
 * Calls `idle` after this many minutes without activity in any of the desk's tabs, and `active` at
 * most once a minute during activity.
 */
export function useIdle(minutes: number, idle: () => void, active: () => void) {
  const calls = useRef({ idle, active })
  useEffect(() => {
    calls.current = { idle, active }
  })
  useEffect(() => {
    localStorage.setItem(kept, String(Date.now()))
    let said = Date.now()
    const hand = () => {
      const now = Date.now()
      // After the machine slept, the first input may precede the next timer tick: it must not count
      // as earlier activity.
      if (now - lastHand() > minutes * 60_000) return calls.current.idle()
      localStorage.setItem(kept, String(now))
      if (now - said < sayAfterMs) return
      said = now
      calls.current.active()
    }
    const look = setInterval(
      () => Date.now() - lastHand() > minutes * 60_000 && calls.current.idle(),
      everyMs,
    )
    for (const sign of signs) addEventListener(sign, hand, { capture: true, passive: true })
    return () => {
      clearInterval(look)
      for (const sign of signs) removeEventListener(sign, hand, { capture: true })
    }
  }, [minutes])
}

/** Records activity for all tabs. */
export const handIsBack = () => localStorage.setItem(kept, String(Date.now()))
