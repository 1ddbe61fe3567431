'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { SectionProps } from './record-values'
import { Section } from './section'

/** A contact other than the number to cancel (F31), or only the slip (P12). */
export function ContactSection({ defaults, errorAt, warningAt }: SectionProps) {
  const t = useTranslations('record')
  return (
    <Section title={t('section.contact')}>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField
          name="contact.phone"
          label={t('contactPhone')}
          hint={t('contactPhoneHint')}
          inputMode="tel"
          defaultValue={defaults.contact?.phone}
          error={errorAt('contact.phone') ?? errorAt('contact')}
          warning={warningAt('contact.phone')}
        />
        <TextField
          name="contact.email"
          type="email"
          label={t('contactEmail')}
          optional={t('optional')}
          defaultValue={defaults.contact?.email}
          error={errorAt('contact.email')}
        />
      </div>
      <Tick
        name="contact.printedSlipOnly:boolean"
        label={t('printedSlipOnly')}
        hint={t('printedSlipOnlyHint')}
        defaultChecked={defaults.contact?.printedSlipOnly}
      />
    </Section>
  )
}
