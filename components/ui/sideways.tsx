import type { ReactNode } from 'react'

/**
 * A part wider than a phone: it is moved sideways by itself, by finger and by keyboard, and the
 * page stays where it is.
 */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="min-w-0 overflow-x-auto" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
