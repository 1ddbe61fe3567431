'use client'
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { useFieldId } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/form-state'
import { useDemand, useFault, useFormTexts } from './texts'

/** What the page calls a field: its label, or the legend of its group; null where it has none. */
function nameOnPage(id: string): string | null {
  const field = document.getElementById(id)
  const named =
    document.getElementById(`${id}-label`) ??
    field?.querySelector(':scope > legend') ??
    field?.closest('label')
  return named?.firstChild?.textContent ?? null
}

/** The name of a field before its fault: the one that the form knows, or else the page's. */
function FieldName({ id, known, colon }: { id: string; known: ReactNode; colon: string }) {
  const [found, find] = useState<string | null>(null)
  useEffect(() => find(nameOnPage(id)), [id])
  const said = known ?? found
  // A question's own mark is not followed by a colon.
  const name = typeof said === 'string' ? said.replace(/[？?]$/, '') : said
  return (
    name && (
      <>
        {name}
        {colon}
      </>
    )
  )
}

type Fault = [path: string, code: string]

/** The faults in the order of their fields on the page; last those whose field is not there. */
function useInPageOrder(faults: readonly Fault[], idOf: (path: string) => string) {
  const [order, setOrder] = useState<readonly string[]>([])
  const ids = faults.map(([path]) => idOf(path)).join(' ')
  useLayoutEffect(() => {
    const fields = ids.split(' ').flatMap((id) => document.getElementById(id) ?? [])
    const isBefore = (one: Element, other: Element) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
    setOrder(fields.sort(isBefore).map(({ id }) => id))
  }, [ids])
  const placeOf = ([path]: Fault) => {
    const place = order.indexOf(idOf(path))
    return place < 0 ? order.length : place
  }
  return [...faults].sort((one, other) => placeOf(one) - placeOf(other))
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
  const inOrder = useInPageOrder(
    state.status === 'invalid' ? Object.entries(state.errors) : [],
    idOf,
  )
  if (state.status === 'invalid') {
    return (
      <Notice tone="bad" role="alert" title={faults.summary}>
        <ul className="mt-1 grid gap-1">
          {inOrder.map(([path, code]) => (
            <li key={path}>
              <a href={`#${idOf(path)}`} className="underline">
                <FieldName id={idOf(path)} known={label?.(path)} colon={colon} />
                {words ? words(path, code) : fault(code)}
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
