'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, createContext, use, useOptimistic } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/notice'

type Noting = { step: string | null; show(step: string): void }
const Context = createContext<Noting>({ step: null, show: () => {} })

/** Tracks the step whose note is being saved, from the click until the result is shown. */
export function NotingScope({ className, children }: { className: string; children: ReactNode }) {
  const [step, show] = useOptimistic<string | null>(null)
  return (
    <Context value={{ step, show }}>
      <div className={className}>{children}</div>
    </Context>
  )
}

/**
 * Shows a step as done while its note is being saved, when called in the submitting transition; a
 * refusal reverts it.
 */
export const useShowDone = () => use(Context).show

/** A step's state: the server's, or optimistically done while its note is being saved. */
export function StepBadge({
  step,
  tone,
  children,
}: {
  step: string
  tone: Tone | 'quiet'
  children: ReactNode
}) {
  const t = useTranslations('walk')
  const noting = use(Context).step === step
  if (!noting) return <Badge tone={tone}>{children}</Badge>
  return (
    <span aria-busy="true">
      <Badge tone="good">{t('state.done')}</Badge>
    </span>
  )
}
