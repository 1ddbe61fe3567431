import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'
import { FieldFrame, controlClass } from './field-frame'

// Fields of pages that come without scripts: each name stands once on such a page, and nothing in
// the browser tells of a mistake.
type Labelled = { name: string; label: ReactNode; className?: string }

export function PlainTextField({
  name,
  label,
  className,
  ...input
}: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className'>) {
  const id = `field-${name}`
  return (
    <FieldFrame id={id} label={label} className={className}>
      <input
        {...{ id, name, autoComplete: 'off', spellCheck: false }}
        {...input}
        className={controlClass()}
      />
    </FieldFrame>
  )
}

export function PlainSelectField({
  name,
  label,
  className,
  ...select
}: Labelled & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'className'>) {
  const id = `field-${name}`
  return (
    <FieldFrame id={id} label={label} className={className}>
      <select id={id} name={name} {...select} className={controlClass()} />
    </FieldFrame>
  )
}
