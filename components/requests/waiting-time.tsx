'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const minute = 60_000
// Nobody stands at a counter for half a day: the mark was forgotten.
const longest = 12 * 60 * minute

/**
 * How long the customer has waited, going on by itself. `waited`: milliseconds when the server said
 * so; another time needs another key.
 */
export function WaitingTime({ waited }: { waited: number }) {
  const t = useTranslations('walk')
  const [since, setSince] = useState(0)
  // By the time on this page, since the machine's clock may differ from the server's.
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setSince(performance.now() - start), minute / 4)
    return () => clearInterval(timer)
  }, [])
  const time = waited + since
  if (time >= longest) return t('waitingLong')
  const minutes = Math.max(0, Math.floor(time / minute))
  return t('waiting', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
