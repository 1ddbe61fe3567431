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
  demand,
  children,
}: {
  state: FormState
  label?: (path: string) => ReactNode
  /** A line about an unmet demand, where the form knows more of it than its name. */
  demand?: (name: string) => ReactNode
  children?: ReactNode
}) {
  const { faults, colon } = useFormTexts()
  const fault = useFault()
  const idOf = useFieldId()
  const { line } = useDemand()
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
  const lines = [
    ...(state.since ?? []).map((text) => ({ key: text, text })),
    ...(state.unmet ?? []).map((name) => ({ key: name, text: (demand ?? line)(name) })),
  ]
  return (
    <Notice tone="bad" role="alert" title={faults.refusal[state.code as 'unmet']}>
      {lines.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  )
}
