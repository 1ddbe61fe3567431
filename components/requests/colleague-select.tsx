import type { SelectHTMLAttributes } from 'react'
import { controlClass } from '@/components/ui/field-frame'

type Props = {
  colleagues: readonly { id: string; name: string }[]
  label: string
} & SelectHTMLAttributes<HTMLSelectElement>

/** Selects a person of the store, beside the button that assigns to them. */
export function ColleagueSelect({ colleagues, label, ...select }: Props) {
  return (
    <div className="w-44">
      <select aria-label={label} className={controlClass()} {...select}>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
