'use client'
import { useTranslations } from 'next-intl'
import { GroupedField } from '@/components/forms/grouped-field'
import { TextField } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { Tick } from '@/components/ui/tick'
import type { SectionProps } from './record-values'

/** A contact other than the number to cancel (F31). */
export function ContactPhone({ defaults, errorAt, warningAt }: SectionProps) {
  const t = useTranslations('record')
  return (
    <GroupedField
      name="contact.phone"
      grouping="phone"
      label={t('contactPhone')}
      inputMode="tel"
      defaultValue={defaults.contact?.phone?.replace(/^\+86/, '')}
      error={errorAt('contact.phone') ?? errorAt('contact')}
      warning={warningAt('contact.phone')}
    />
  )
}

/** The e-mail address, or only the slip (P12): for those without another phone. */
export function OtherContact({ defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  const { email, printedSlipOnly } = defaults.contact ?? {}
  return (
    <Fold
      title={t('otherContact')}
      open={Boolean(email || printedSlipOnly || errorAt('contact.email'))}
    >
      <TextField
        name="contact.email"
        type="email"
        label={t('contactEmail')}
        optional={t('optional')}
        defaultValue={email}
        error={errorAt('contact.email')}
      />
      <Tick
        name="contact.printedSlipOnly:boolean"
        label={t('printedSlipOnly')}
        hint={t('printedSlipOnlyHint')}
        defaultChecked={printedSlipOnly}
      />
    </Fold>
  )
}
