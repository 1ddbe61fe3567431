'use client'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldMessage } from './field-frame'
import { useFieldId, useFieldName } from './field-id'

type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }
type Props = {
  name: string
  legend: ReactNode
  options: readonly Option[]
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  error?: string
  hint?: ReactNode
  /** `flow`: as wide as they are, one after the other. */
  columns?: 1 | 2 | 3 | 'flow'
  /** The question and its options on one line, where there is room. */
  inline?: boolean
  required?: boolean
}

const grid = {
  1: '',
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-3',
}

/**
 * Radio options side by side, each a large target; the selection is shown by mark and border, not
 * only colour.
 */
export function Choice({
  name: ownName,
  legend,
  options,
  value,
  defaultValue,
  onChange,
  error,
  hint,
  columns = 2,
  inline,
  required,
}: Props) {
  const name = useFieldName()(ownName)
  const id = useFieldId()(name)
  const errorId = `${id}-error`
  const compact = inline || columns === 'flow'
  return (
    <fieldset
      className={clsx(
        'min-w-0',
        inline && 'sm:grid sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-x-4',
      )}
      id={id}
      aria-describedby={error ? errorId : undefined}
      tabIndex={-1}
    >
      <legend className={clsx('font-semibold', inline ? 'sm:float-left' : 'mb-1')}>{legend}</legend>
      {hint && (
        <p className={clsx('text-sm text-quiet', inline ? 'sm:col-start-1' : 'mb-1')}>{hint}</p>
      )}
      <div
        className={
          inline
            ? 'flex flex-wrap gap-1.5 sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:justify-end'
            : columns === 'flow'
              ? 'flex flex-wrap gap-1.5'
              : clsx('grid gap-2', grid[columns])
        }
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex rounded-md border bg-surface',
              compact
                ? 'min-h-9 items-center gap-1.5 px-2.5 py-1 pointer-coarse:min-h-11'
                : 'min-h-11 items-start gap-2.5 px-3 py-2.5',
              'has-checked:border-accent has-checked:bg-accent-soft ' +
                'has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]',
              error ? 'border-bad' : 'border-edge',
              option.disabled && 'opacity-60',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              required={required}
              className={clsx('size-4 shrink-0 accent-(--color-accent)', !compact && 'mt-1.5')}
              {...(onChange
                ? { checked: value === option.value, onChange: () => onChange(option.value) }
                : { defaultChecked: defaultValue === option.value })}
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {option.hint && <span className="block text-sm text-quiet">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <FieldMessage id={errorId} tone="bad">
          {error}
        </FieldMessage>
      )}
    </fieldset>
  )
}
