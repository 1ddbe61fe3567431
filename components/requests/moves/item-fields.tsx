'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { MoveFieldsProps } from './move-fields'

/**
 * `ask`: a field for each step, of which only filled ones are asked. `supply`: a field for each
 * asked item.
 */
export function ItemFields({ move, steps, asked, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  const list = move === 'ask' ? 'items' : 'answers'
  const shown = move === 'ask' ? steps : steps.filter(({ id }) => asked.includes(id))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{move === 'ask' ? t('items') : t('answers')}</legend>
      {shown.map(({ id, title }, place) => (
        <div key={id}>
          <input type="hidden" name={`${list}.${place}.step`} value={id} />
          <TextField
            name={`${list}.${place}.words`}
            label={title}
            error={errorAt(`${list}.${place}.words`)}
          />
        </div>
      ))}
    </fieldset>
  )
}
