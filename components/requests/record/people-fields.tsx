'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { SelectField, TextField } from '@/components/ui/field'
import { type Relation, authorityFor, relations } from '@/lib/domain/coded-values'
import { documentTypes, personalDocuments } from '@/lib/domain/identifiers/document'
import { DocumentFields } from './document-fields'
import type { SectionProps } from './record-values'

// One line a person: who they are, name and document side by side, as a card reader types them.
const line =
  'grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,2.2fr)]'

/** The documents by which the holder is known, by who acts. */
const holderDocuments = (relation: string) =>
  relation === 'company_agent'
    ? (['business_licence'] as const)
    : relation === 'heir'
      ? documentTypes.filter((type) => type !== 'business_licence')
      : personalDocuments

/** The holder and, where somebody else acts (P3), the applicant with the right to act. */
export function PeopleFields(props: SectionProps) {
  const { choices, choose, defaults, errorAt, recorded } = props
  const t = useTranslations('record')
  const words = useTranslations('words')
  const relation = choices.relation as Relation
  return (
    <>
      {/* Beside a number that is kept, which has a line more above it. */}
      <div className={clsx(line, recorded.holder && 'lg:items-end')}>
        <SelectField
          name="applicant.relation"
          label={t('relation')}
          value={relation}
          onChange={({ target }) =>
            choose({
              relation: target.value,
              holderDocument:
                target.value === 'company_agent'
                  ? 'business_licence'
                  : choices.holderDocument === 'business_licence'
                    ? 'resident_id'
                    : choices.holderDocument,
            })
          }
          error={errorAt('applicant.relation')}
        >
          {relations.map((value) => (
            <option key={value} value={value}>
              {words(`relation.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="holder.name"
          label={t('holderName')}
          defaultValue={defaults.holder?.name}
          error={errorAt('holder.name') ?? errorAt('holder')}
        />
        <DocumentFields
          {...props}
          of="holder"
          types={holderDocuments(relation)}
          type={choices.holderDocument}
          onType={(holderDocument) => choose({ holderDocument })}
          defaultCountry={defaults.holder?.document.country}
        />
      </div>
      {relation !== 'self' && <OtherApplicant {...props} relation={relation} />}
    </>
  )
}

function OtherApplicant({
  relation,
  ...props
}: SectionProps & { relation: Exclude<Relation, 'self'> }) {
  const { choices, choose, defaults, errorAt } = props
  const t = useTranslations('record')
  const words = useTranslations('words')
  const other =
    defaults.applicant && defaults.applicant.relation !== 'self' ? defaults.applicant : null
  const authority = authorityFor[relation]
  return (
    <div className={line}>
      <input type="hidden" name="applicant.authority.kind" value={authority} />
      <DateField
        name="applicant.authority.issuedOn"
        label={t('issuedOn')}
        hint={words(`authority.${authority}`)}
        defaultValue={other?.authority.issuedOn}
        error={errorAt('applicant.authority.issuedOn') ?? errorAt('applicant.authority')}
        className="order-last lg:order-none"
      />
      <TextField
        name="applicant.name"
        label={t('applicantName')}
        defaultValue={other?.name}
        error={errorAt('applicant.name')}
        className="lg:self-end"
      />
      <DocumentFields
        {...props}
        of="applicant"
        types={personalDocuments}
        type={choices.applicantDocument}
        onType={(applicantDocument) => choose({ applicantDocument })}
        defaultCountry={other?.document.country}
        className="lg:self-end"
      />
    </div>
  )
}
