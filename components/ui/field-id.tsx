'use client'
import { type ReactNode, createContext, useContext } from 'react'

const Scope = createContext('')

/**
 * Fields of the same name in several forms on one page: each form's ids begin with its own word.
 */
export const FieldScope = ({ of, children }: { of: string; children: ReactNode }) => (
  <Scope value={of}>{children}</Scope>
)

/**
 * Gives the id of a field by its name; the type after the colon (`consent:boolean`) does not count.
 * Error links lead to it.
 */
export function useFieldId(): (name: string, value?: string) => string {
  const scope = useContext(Scope)
  return (name, value) =>
    ['field', scope, name.split(':')[0], value]
      .filter(Boolean)
      .join('-')
      .replace(/[^A-Za-z0-9]/g, '-')
}
