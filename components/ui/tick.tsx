'use client'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldMessage } from './field-frame'
import { useFieldId, useFieldName } from './field-id'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  defaultChecked?: boolean
  value?: string
  onChange?: (checked: boolean) => void
  /** Unticked is submitted as false. */
  sendsOff?: true
  required?: boolean
}

/** A checkbox. Its name ends in `:boolean` or `:list` for `fromForm`. */
export function Tick({
  name: ownName,
  label,
  hint,
  error,
  defaultChecked,
  value = 'true',
  onChange,
  sendsOff,
  required,
}: Props) {
  const name = useFieldName()(ownName)
  const id = useFieldId()(name, value === 'true' ? undefined : value)
  return (
    <div>
      {sendsOff && <input type="hidden" name={name} value="false" />}
      <label
        className={clsx(
          'flex min-h-11 items-start gap-2.5 rounded-md border bg-surface px-3 py-2.5 ' +
            'has-checked:border-accent',
          error ? 'border-bad' : 'border-line',
        )}
      >
        <input
          type="checkbox"
          required={required}
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          onChange={onChange && ((event) => onChange(event.currentTarget.checked))}
          aria-labelledby={`${id}-label`}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={error ? true : undefined}
          className="mt-1 size-5 shrink-0 accent-(--color-accent)"
        />
        <span className="min-w-0">
          <span id={`${id}-label`} className="block">
            {label}
          </span>
          {hint && (
            <span id={`${id}-hint`} className="block text-sm text-quiet">
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && (
        <FieldMessage id={`${id}-error`} tone="bad">
          {error}
        </FieldMessage>
      )}
    </div>
  )
}
