import type { Around } from './field-frame'
import { useFieldId, useFieldName } from './field-id'

/** Associates a control with its label, hint and error for screen readers. */
export function useDescribed({
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
