'use client'
import { useTranslations } from 'next-intl'
import { GroupedField } from '@/components/forms/grouped-field'
import { Fold } from '@/components/ui/fold'
import type { SectionProps } from './record-values'

const numbers = {
  sim: [{ name: 'iccid' }],
  esim: [
    { name: 'eid', inputMode: 'numeric' },
    { name: 'imei', inputMode: 'numeric' },
  ],
} as const

/** The numbers of a card or a device: not needed to record a request, so they are folded. */
export function CardNumbers({ choices, recorded, errorAt, warningAt }: SectionProps) {
  const t = useTranslations('record')
  const fields = choices.cardType === 'esim' ? numbers.esim : numbers.sim
  const isOpen = fields.some(
    ({ name }) => recorded[name] || errorAt(`card.${name}`) || warningAt(`card.${name}`),
  )
  return (
    <Fold title={choices.cardType === 'esim' ? t('deviceNumbers') : t('cardNumber')} open={isOpen}>
      {fields.map(({ name, ...field }) => (
        <GroupedField
          key={name}
          name={`card.${name}`}
          grouping="fours"
          label={t(name)}
          optional={t('optional')}
          hint={recorded[name] ? t('unchanged', { masked: recorded[name] }) : t(`${name}Hint`)}
          error={errorAt(`card.${name}`)}
          warning={warningAt(`card.${name}`)}
          {...field}
        />
      ))}
    </Fold>
  )
}
