import type { ReactNode } from 'react'

export type SheetFact = { label: string; value: ReactNode }

/** The facts on a printed sheet. */
export function SheetFacts({ facts }: { facts: readonly (SheetFact | null | false)[] }) {
  return (
    <dl className="my-4 border-y border-[#bbb]">
      {facts
        .filter((fact): fact is SheetFact => Boolean(fact))
        .map(({ label, value }) => (
          <div
            key={label}
            className={
              'grid grid-cols-[minmax(6.5rem,34%)_1fr] gap-3 border-b border-[#ddd] py-1 ' +
              'last:border-0'
            }
          >
            <dt className="text-[#444]">{label}</dt>
            <dd className="min-w-0 font-semibold">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
