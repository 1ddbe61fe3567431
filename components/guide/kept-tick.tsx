'use client'
import { useEffect, useState } from 'react'

/** A box to tick off; what is ticked stays on this device and is sent nowhere. Without scripts it is a box like any other. */
export function KeptTick({ name, label }: { name: string; label: string }) {
  const [ticked, setTicked] = useState(false)
  useEffect(() => setTicked(localStorage.getItem(name) === '1'), [name])
  const tick = (on: boolean) => {
    setTicked(on)
    if (on) localStorage.setItem(name, '1')
    else localStorage.removeItem(name)
  }
  return <input type="checkbox" checked={ticked} onChange={({ target }) => tick(target.checked)} aria-label={label} className="mt-1 size-5 shrink-0 accent-(--color-accent)" />
}
