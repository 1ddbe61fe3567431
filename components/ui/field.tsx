'use client'
import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { type Around, FieldFrame, controlClass } from './field-frame'
import { useFieldId, useFieldName } from './field-id'

/** Associates a control with its label, hint and error for screen readers. */
function useDescribed({
  name: ownName,
  hint,
  error,
  warning,
}: Pick<Around, 'name' | 'hint' | 'error' | 'warning'>) {
  const name = useFieldName()(ownName)
  const id = useFieldId()(name)
  const parts = [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(
    Boolean,
  )
  return {
    id,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': parts.length ? parts.join(' ') : undefined,
  } as const
}

export function TextField({
  label,
  hint,
  error,
  warning,
  optional,
  className,
  ...input
}: Around &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className'> & {
    ref?: Ref<HTMLInputElement>
  }) {
  const around = { name: input.name, label, hint, error, warning, optional, className }
  const described = useDescribed(around)
  return (
    <FieldFrame id={described.id} {...around}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        {...described}
        className={controlClass(error)}
      />
    </FieldFrame>
  )
}

export function TextArea({
  label,
  hint,
  error,
  warning,
  optional,
  className,
  ...area
}: Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'className'>) {
  const around = { name: area.name, label, hint, error, warning, optional, className }
  const described = useDescribed(around)
  return (
    <FieldFrame id={described.id} {...around}>
      <textarea rows={3} {...area} {...described} className={controlClass(error)} />
    </FieldFrame>
  )
}

export function SelectField({
  label,
  hint,
  error,
  warning,
  optional,
  className,
  children,
  ...select
}: Around & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'className'>) {
  const around = { name: select.name, label, hint, error, warning, optional, className }
  const described = useDescribed(around)
  return (
    <FieldFrame id={described.id} {...around}>
      <select {...select} {...described} className={controlClass(error)}>
        {children}
      </select>
    </FieldFrame>
  )
}
