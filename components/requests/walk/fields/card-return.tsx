'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import type { FieldsProps } from './fields-props'

/** The returned card by its ICCID, or the reason why it was lost or damaged (F13, P4). */
export function CardReturnFields({ outcome, words, iccidMasked, errorAt }: FieldsProps) {
  const t = useTranslations('walk.cardReturn')
  const walk = useTranslations('walk')
  const [state, setState] = useState((outcome.state as string | undefined) ?? '')
  return (
    <>
      <Choice
        name="state"
        legend={t('state')}
        inline
        required
        options={(['returned', 'lost', 'damaged'] as const).map((value) => ({
          value,
          label: t(value),
        }))}
        value={state}
        onChange={setState}
        error={errorAt('state')}
      />
      {(state === '' || state === 'returned') && (
        <TextField
          name="iccid"
          label={t('iccid')}
          inputMode="numeric"
          required
          onChange={() => setState('returned')}
          hint={iccidMasked && t('recorded', { masked: iccidMasked })}
          error={errorAt('iccid')}
        />
      )}
      {state === 'returned' && (words.words || errorAt('words')) && (
        <TextField
          name="words"
          label={t('asked')}
          defaultValue={words.words}
          error={errorAt('words')}
        />
      )}
      {(state === 'lost' || state === 'damaged') && (
        <TextField
          name="words"
          label={walk('whyWords')}
          required
          hint={t('lostNote')}
          defaultValue={words.words}
          error={errorAt('words')}
        />
      )}
    </>
  )
}
