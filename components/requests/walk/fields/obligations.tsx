'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import type { FieldsProps } from './fields-props'

/**
 * Each obligation: cleared, not applicable, or waiting for the day on which it clears by itself
 * (P1).
 */
export function ObligationsFields(props: FieldsProps) {
  return props.items.map((item) => <Obligation key={item.id} {...props} item={item} />)
}

function Obligation({
  item,
  outcome,
  words,
  errorAt,
}: FieldsProps & { item: FieldsProps['items'][number] }) {
  const t = useTranslations('walk.obligations')
  const walk = useTranslations('walk')
  const noted = (
    outcome.items as Record<string, { state: string; clearsOn?: string }> | undefined
  )?.[item.id]
  const [state, setState] = useState(noted?.state ?? '')
  const path = `items.${item.id}`
  return (
    <div className="grid gap-2 border-b border-line pb-2 last:border-0 last:pb-0">
      <Choice
        name={`${path}.state`}
        legend={item.title}
        hint={item.text}
        inline
        required
        options={(['not_applicable', 'cleared', 'waiting'] as const).map((value) => ({
          value,
          label: t(value),
        }))}
        value={state}
        onChange={setState}
        error={errorAt(`${path}.state`)}
      />
      {state === 'waiting' && (
        <div className="grid gap-3 sm:grid-cols-2">
          <DateField
            name={`${path}.clearsOn`}
            required
            label={t('clearsOn')}
            defaultValue={noted?.clearsOn}
            error={errorAt(`${path}.clearsOn`)}
          />
          <TextField
            name={`${path}.words`}
            label={walk('words')}
            defaultValue={words.items?.[item.id]}
            error={errorAt(`${path}.words`)}
          />
        </div>
      )}
    </div>
  )
}
