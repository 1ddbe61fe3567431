'use client'
import clsx from 'clsx'
import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import { useFieldId } from './field-id'

type Around = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  warning?: string
  optional?: string
  className?: string
}

export const controlClass = (error?: string) =>
  clsx(
    'min-h-11 w-full rounded-md border bg-surface px-3 py-2 text-base text-ink',
    error ? 'border-2 border-bad' : 'border-edge',
  )

/** Associates a control with its label, hint and error for screen readers. */
function useDescribed({
  name,
  hint,
  error,
  warning,
}: Pick<Around, 'name' | 'hint' | 'error' | 'warning'>) {
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

function FieldFrame({
  name,
  label,
  hint,
  error,
  warning,
  optional,
  className,
  children,
}: Around & { children: ReactNode }) {
  const id = useFieldId()(name)
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="ml-2 text-sm font-normal text-quiet">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-quiet">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <FieldMessage id={`${id}-error`} tone="bad">
          {error}
        </FieldMessage>
      )}
      {warning && (
        <FieldMessage id={`${id}-warning`} tone="warn">
          {warning}
        </FieldMessage>
      )}
    </div>
  )
}

export function FieldMessage({
  id,
  tone,
  children,
}: {
  id?: string
  tone: 'bad' | 'warn'
  children: ReactNode
}) {
  return (
    <p
      id={id}
      className={clsx(
        'mt-1 flex gap-1.5 text-sm font-semibold',
        tone === 'bad' ? 'text-bad' : 'text-warn',
      )}
    >
      <span aria-hidden="true">{tone === 'bad' ? '×' : '!'}</span>
      <span>{children}</span>
    </p>
  )
}

export function TextField({
  label,
  hint,
  error,
  warning,
  optional,
  className,
  ...input
}: Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className'>) {
  const around = { name: input.name, label, hint, error, warning, optional, className }
  const described = useDescribed(around)
  return (
    <FieldFrame {...around}>
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
    <FieldFrame {...around}>
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
    <FieldFrame {...around}>
      <select {...select} {...described} className={controlClass(error)}>
        {children}
      </select>
    </FieldFrame>
  )
}
