'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import type { FieldsProps } from './fields-props'

/** Each material: present, or waived with a reason where the carrier permits it (P4). */
export function MaterialsFields(props: FieldsProps) {
  return props.items.map((item) => <Material key={item.id} {...props} item={item} />)
}

function Material({
  item,
  outcome,
  words,
  errorAt,
}: FieldsProps & { item: FieldsProps['items'][number] }) {
  const t = useTranslations('walk.materials')
  const noted =
    (outcome.items as Record<string, { state: string }> | undefined)?.[item.id]?.state ?? ''
  const [state, setState] = useState(noted)
  const path = `items.${item.id}`
  return (
    <div className="grid gap-2 border-b border-line pb-2 last:border-0 last:pb-0">
      <Choice
        name={`${path}.state`}
        legend={item.title}
        inline
        required
        hint={item.text}
        options={[
          { value: 'present', label: t('present') },
          ...(item.waivable ? [{ value: 'waived', label: t('waived') }] : []),
        ]}
        value={state}
        onChange={setState}
        error={errorAt(`${path}.state`)}
      />
      {state === 'waived' && (
        <TextField
          name={`${path}.words`}
          label={t('reason')}
          required
          defaultValue={words.items?.[item.id]}
          error={errorAt(`${path}.words`)}
        />
      )}
    </div>
  )
}
