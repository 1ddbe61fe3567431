import type { ReactNode } from 'react'

export type SheetFact = { label: string; value: ReactNode }

/** The facts on a printed sheet. */
export function SheetFacts({ facts }: { facts: readonly (SheetFact | null | false)[] }) {
  return (
    <dl className="sheet-facts">
      {facts
        .filter((fact): fact is SheetFact => Boolean(fact))
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
