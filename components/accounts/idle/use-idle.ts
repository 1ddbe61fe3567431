'use client'
import { useEffect, useRef } from 'react'

const activityEvents = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const
// Shared by all tabs: activity in one counts for all.
const storageKey = 'desk-last-hand'
const everyMs = 5000
const reportAfterMs = 60_000

const lastActivity = () => Number(localStorage.getItem(storageKey) ?? 0)

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
    localStorage.setItem(storageKey, String(Date.now()))
    let lastReported = Date.now()
    const onActivity = () => {
      const now = Date.now()
      // After the machine slept, the first input may precede the next timer tick: it must not count
      // as earlier activity.
      if (now - lastActivity() > minutes * 60_000) return calls.current.idle()
      localStorage.setItem(storageKey, String(now))
      if (now - lastReported < reportAfterMs) return
      lastReported = now
      calls.current.active()
    }
    const look = setInterval(
      () => Date.now() - lastActivity() > minutes * 60_000 && calls.current.idle(),
      everyMs,
    )
    for (const sign of activityEvents)
      addEventListener(sign, onActivity, { capture: true, passive: true })
    return () => {
      clearInterval(look)
      for (const sign of activityEvents) removeEventListener(sign, onActivity, { capture: true })
    }
  }, [minutes])
}

/** Records activity for all tabs. */
export const handIsBack = () => localStorage.setItem(storageKey, String(Date.now()))
