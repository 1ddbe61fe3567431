'use client'
import clsx from 'clsx'
import { FieldMessage } from '@/components/ui/field-frame'
import { useFieldId } from '@/components/ui/field-id'

type Props = {
  name: string
  legend: string
  hint?: string
  /** Options are phrases, not single words. */
  long?: true
  /** In a GET form: the name is used as it is. */
  plainName?: true
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  error?: string
}

/** A multiple choice in compact form, for long lists. */
export function TickList({ name, legend, hint, long, plainName, options, chosen, error }: Props) {
  const idOf = useFieldId()
  return (
    <fieldset id={idOf(name)} tabIndex={-1} className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-1 text-sm text-quiet">{hint}</p>}
      <div
        className={clsx(
          'grid gap-x-3',
          long
            ? 'grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))]'
            : 'grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))]',
        )}
      >
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              name={plainName ? name : `${name}:list`}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4 shrink-0 accent-(--color-accent)"
            />
            {label}
          </label>
        ))}
      </div>
      {error && <FieldMessage tone="bad">{error}</FieldMessage>}
    </fieldset>
  )
}
