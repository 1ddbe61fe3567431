import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Around = {
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

/** A control's label, hint and messages. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  warning,
  optional,
  className,
  children,
}: Omit<Around, 'name'> & { id: string; children: ReactNode }) {
  return (
    <div className={clsx('field min-w-0', className)}>
      <label id={`${id}-label`} htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="ml-2 text-sm font-normal text-quiet">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-quiet">
          {hint}
        </p>
      )}
      <div>
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
