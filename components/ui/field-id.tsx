'use client'
import { type ReactNode, createContext, useContext } from 'react'

const Scope = createContext('')

/** Scopes field ids where several forms on one page have fields of the same name. */
export const FieldScope = ({ of, children }: { of: string; children: ReactNode }) => (
  <Scope value={of}>{children}</Scope>
)

const Above = createContext('')

/**
 * Puts the fields below it under `path`: a field `amount` is sent as `<path>.amount`, and its
 * messages and error links follow.
 */
export const FieldsUnder = ({ path, children }: { path: string; children: ReactNode }) => (
  <Above value={`${path}.`}>{children}</Above>
)

/** The name that a field is sent by. */
export function useFieldName(): (name: string) => string {
  const above = useContext(Above)
  return (name) => above + name
}

/**
 * The id of a field by its name, without the type suffix (`consent:boolean`). Error links use it.
 */
export function useFieldId(): (name: string, value?: string) => string {
  const scope = useContext(Scope)
  return (name, value) =>
    ['field', scope, name.split(':')[0], value]
      .filter(Boolean)
      .join('-')
      .replace(/[^A-Za-z0-9]/g, '-')
}
