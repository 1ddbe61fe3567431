'use client'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldMessage } from './field-frame'
import { useFieldId } from './field-id'

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
  columns?: 1 | 2 | 3
}

const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }

/**
 * Radio options side by side, each a large target; the selection is shown by mark and border, not
 * only colour.
 */
export function Choice({
  name,
  legend,
  options,
  value,
  defaultValue,
  onChange,
  error,
  hint,
  columns = 2,
}: Props) {
  const id = useFieldId()(name)
  const errorId = `${id}-error`
  return (
    <fieldset
      className="min-w-0"
      id={id}
      aria-describedby={error ? errorId : undefined}
      tabIndex={-1}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-1 text-sm text-quiet">{hint}</p>}
      <div className={clsx('grid gap-2', grid[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex min-h-11 items-start gap-2.5 rounded-md border bg-surface px-3 py-2.5',
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
              className="mt-1.5 size-4 shrink-0 accent-(--color-accent)"
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
