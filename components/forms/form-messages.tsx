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

/**
 * The faults with the ids of their fields, in the order of the page; of a group that is missing as
 * a whole, its first field. Last those whose field is not there.
 */
function useOnPage(faults: readonly Fault[], idOf: (path: string) => string) {
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const ids = faults.map(([path]) => idOf(path)).join(' ')
  useLayoutEffect(() => {
    const wanted = ids.split(' ')
    const found: Record<string, string> = {}
    for (const element of document.querySelectorAll('[id]')) {
      const { id } = element
      const of = wanted.includes(id)
        ? id
        : wanted.find((one) => id.startsWith(`${one}-`) && element.matches('input,select,textarea'))
      if (of) found[of] ??= id
    }
    setFields(found)
  }, [ids])
  const order = [...Object.keys(fields), ...ids.split(' ')]
  return faults
    .map(([path, code]) => ({ path, code, id: idOf(path), field: fields[idOf(path)] }))
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
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
  const onPage = useOnPage(state.status === 'invalid' ? Object.entries(state.errors) : [], idOf)
  if (state.status === 'invalid') {
    return (
      <Notice tone="bad" role="alert" title={faults.summary}>
        <ul className="mt-1 grid gap-1">
          {onPage.map(({ path, code, id, field = id }) => (
            <li key={path}>
              <a href={`#${field}`} className="underline">
                <FieldName id={id} known={label?.(path)} colon={colon} />
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
