import type { ReactNode } from 'react'

/**
 * A horizontally scrollable region for content wider than a phone, by touch and keyboard; the page
 * itself does not scroll.
 */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="min-w-0 overflow-x-auto" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
