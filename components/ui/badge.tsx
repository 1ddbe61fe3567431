import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from './notice'

const tones: Record<Tone | 'quiet', string> = {
  info: 'border-accent text-accent bg-accent-soft',
  good: 'border-good text-good bg-good-soft',
  warn: 'border-warn text-warn bg-warn-soft',
  bad: 'border-bad text-bad bg-bad-soft',
  quiet: 'border-edge text-quiet bg-surface',
}

/** A state's badge; the text carries all the information, the colour only helps. */
export function Badge({ tone, children }: { tone: Tone | 'quiet'; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-block whitespace-nowrap rounded-full border px-2.5 text-sm font-semibold',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
