'use client'
import type { ReactNode } from 'react'
import { useFieldId } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/form-state'
import { useDemand, useFault, useFormTexts } from './texts'

/** The messages above a form: faults link to their fields, demands are spelled out. */
export function FormMessages({
  state,
  label,
  children,
}: {
  state: FormState
  label?: (path: string) => ReactNode
  children?: ReactNode
}) {
  const { faults, colon } = useFormTexts()
  const fault = useFault()
  const idOf = useFieldId()
  const demand = useDemand()
  if (state.status === 'invalid') {
    return (
      <Notice tone="bad" role="alert" title={faults.summary}>
        <ul className="mt-1 grid gap-1">
          {Object.entries(state.errors).map(([path, code]) => (
            <li key={path}>
              <a href={`#${idOf(path)}`} className="underline">
                {label?.(path)}
                {label && colon}
                {fault(code)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (state.status !== 'refused') return null
  const lines = [...(state.since ?? []), ...(state.unmet ?? []).map(demand)]
  return (
    <Notice tone="bad" role="alert" title={faults.refusal[state.code as 'unmet']}>
      {lines.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  )
}
