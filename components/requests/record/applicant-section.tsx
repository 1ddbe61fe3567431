'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import { type Relation, authorityFor, relations } from '@/lib/domain/coded-values'
import { personalDocuments } from '@/lib/domain/identifiers/document'
import { DocumentFields } from './document-fields'
import type { SectionProps } from './record-values'
import { Section } from './section'

/**
 * The applicant (P3); for somebody acting for the holder: name, document and proof of authority.
 */
export function ApplicantSection(props: SectionProps) {
  const { choices, choose, defaults, errorAt } = props
  const t = useTranslations('record')
  const words = useTranslations('words')
  const other =
    defaults.applicant && defaults.applicant.relation !== 'self' ? defaults.applicant : null
  const relation = choices.relation as Relation
  return (
    <Section title={t('section.applicant')}>
      <Choice
        name="applicant.relation"
        legend={t('relation')}
        columns={3}
        options={relations.map((value) => ({ value, label: words(`relation.${value}`) }))}
        value={relation}
        onChange={(chosen) =>
          choose({
            relation: chosen,
            holderDocument:
              chosen === 'company_agent'
                ? 'business_licence'
                : choices.holderDocument === 'business_licence'
                  ? 'resident_id'
                  : choices.holderDocument,
          })
        }
        error={errorAt('applicant.relation')}
      />
      {relation !== 'self' && (
        <>
          <TextField
            name="applicant.name"
            label={t('applicantName')}
            defaultValue={other?.name}
            error={errorAt('applicant.name')}
          />
          <DocumentFields
            {...props}
            of="applicant"
            types={personalDocuments}
            type={choices.applicantDocument}
            onType={(applicantDocument) => choose({ applicantDocument })}
            defaultCountry={other?.document.country}
          />
          <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
            <input type="hidden" name="applicant.authority.kind" value={authorityFor[relation]} />
            <p>
              <span className="block font-semibold">{t('authorityKind')}</span>
              {words(`authority.${authorityFor[relation]}`)}
            </p>
            <DateField
              name="applicant.authority.issuedOn"
              label={t('issuedOn')}
              defaultValue={other?.authority.issuedOn}
              error={errorAt('applicant.authority.issuedOn') ?? errorAt('applicant.authority')}
            />
          </div>
        </>
      )}
    </Section>
  )
}
