'use client'
import { type ReactNode, createContext, use, useOptimistic, useState } from 'react'

type Walk = {
  /** The step whose group is open. */
  open: string | null
  show(step: string | null): void
  /** Steps that are being saved and will be done, unless the save is refused. */
  saving: readonly string[]
  /** To be called in the transition that saves; a refusal reverts it. */
  save(steps: readonly string[]): void
}
const Context = createContext<Walk>({ open: null, show: () => {}, saving: [], save: () => {} })

/** Holds which step is open and which are being saved, for the rail and the groups. */
export function WalkScope({
  first,
  className,
  children,
}: {
  first: string | null
  className?: string
  children: ReactNode
}) {
  const [chosen, choose] = useState<{ after: string | null; step: string | null } | null>(null)
  const [saving, save] = useOptimistic<readonly string[]>([])
  // After a save the server says which step is first: what was chosen before counts no more.
  const open = chosen && chosen.after === first ? chosen.step : first
  const show = (step: string | null) => choose({ after: first, step })
  return (
    <Context value={{ open, show, saving, save }}>
      <div className={className}>{children}</div>
    </Context>
  )
}

export const useWalk = () => use(Context)
