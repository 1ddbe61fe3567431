'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { documentTypes, personalDocuments } from '@/lib/domain/identifiers/document'
import { DocumentFields } from './document-fields'
import type { SectionProps } from './record-values'
import { Section } from './section'

export function HolderSection(props: SectionProps) {
  const { choices, choose, defaults, errorAt } = props
  const t = useTranslations('record')
  const types =
    choices.relation === 'company_agent'
      ? (['business_licence'] as const)
      : choices.relation === 'heir'
        ? documentTypes.filter((type) => type !== 'business_licence')
        : personalDocuments
  return (
    <Section title={t('section.holder')}>
      <TextField
        name="holder.name"
        label={t('holderName')}
        defaultValue={defaults.holder?.name}
        error={errorAt('holder.name')}
      />
      <DocumentFields
        {...props}
        of="holder"
        types={types}
        type={choices.holderDocument}
        onType={(holderDocument) => choose({ holderDocument })}
        defaultCountry={defaults.holder?.document.country}
      />
    </Section>
  )
}
