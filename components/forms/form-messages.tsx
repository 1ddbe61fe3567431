'use client'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useFieldId } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/form-state'
import { useDemand, useFault, useFormTexts } from './texts'

/** What the page calls a field: its label, or the legend of its group; null where it has none. */
const nameOnPage = (id: string): string | null =>
  (
    document.querySelector(`#${id}-label,#${id}>legend`) ??
    document.getElementById(id)?.closest('label')
  )?.firstChild?.textContent ?? null

type Found = { field: string; name: string | null }

/**
 * The fields of these ids (separated by spaces) that are on the page, in its order: what it calls
 * each, and the one to go to, of a group that is missing as a whole its first.
 */
function useOnPage(ids: string): Readonly<Record<string, Found>> {
  const [onPage, setOnPage] = useState<Readonly<Record<string, Found>>>({})
  useLayoutEffect(() => {
    const wanted = ids.split(' ')
    const found: Record<string, Found> = {}
    for (const element of document.querySelectorAll('[id]')) {
      const field = element.id
      const id = wanted.includes(field)
        ? field
        : 'value' in element && wanted.find((one) => field.startsWith(`${one}-`))
      if (id) found[id] ??= { field, name: nameOnPage(id) }
    }
    setOnPage(found)
  }, [ids])
  return onPage
}

/**
 * The messages above a form: faults name their fields and link to them, demands are spelled out.
 */
export function FormMessages({
  state,
  label,
  words,
  demand,
  children,
}: {
  state: FormState
  label?: (path: string) => ReactNode
  /** A fault in the form's own words, where it has some. */
  words?: (path: string, code: string) => string
  /** A line about an unmet demand, where the form knows more of it than its name. */
  demand?: (name: string) => ReactNode
  children?: ReactNode
}) {
  const { faults, colon } = useFormTexts()
  const fault = useFault()
  const idOf = useFieldId()
  const { line } = useDemand()
  const faultsAt = Object.entries(state.status === 'invalid' ? state.errors : {})
  const onPage = useOnPage(faultsAt.map(([path]) => idOf(path)).join(' '))
  if (state.status === 'invalid') {
    const order = Object.keys(onPage).reverse()
    // Those that are not on the page come last.
    const placeOf = (path: string) => -order.indexOf(idOf(path))
    faultsAt.sort(([one], [other]) => placeOf(one) - placeOf(other))
    return (
      <Notice tone="bad" role="alert" title={faults.summary}>
        <ul className="mt-1 grid gap-1">
          {faultsAt.map(([path, code]) => {
            const at = onPage[idOf(path)]
            const name = label?.(path) ?? at?.name
            return (
              <li key={path}>
                <a href={`#${at?.field ?? idOf(path)}`} className="underline">
                  {/* A question's own mark is not followed by a colon. */}
                  {typeof name === 'string' ? name.replace(/[？?]$/, '') : name}
                  {name && colon}
                  {words ? words(path, code) : fault(code)}
                </a>
              </li>
            )
          })}
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
