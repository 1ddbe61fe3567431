import type { ReactNode } from 'react'

/** A section of the form: heading and fields. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <h2 className="mb-4 text-lg font-bold">{title}</h2>
      <div className="grid gap-5">{children}</div>
    </section>
  )
}
