'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import { type Relation, relations } from '@/lib/domain/coded-values'
import {
  type DocumentType,
  organisationDocuments,
  personalDocuments,
} from '@/lib/domain/identifiers/document'
import { AuthorityFields } from './authority-fields'
import { DocumentFields } from './document-fields'
import { QuestionFields } from './question-fields'
import type { SectionProps } from './record-values'

// One line a person: who they are, name and document side by side, as a card reader types them.
const line =
  'grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-[10rem_minmax(0,1fr)_minmax(0,2.2fr)]'

/** The documents by which the holder is known, by who acts. */
const holderDocuments = (relation: string): readonly DocumentType[] =>
  relation === 'company_agent'
    ? organisationDocuments
    : relation === 'heir'
      ? [...personalDocuments, 'death_certificate']
      : personalDocuments

/** The document chosen before, where it still fits who acts; else the most usual one. */
const documentFor = (relation: string, chosen: string) =>
  holderDocuments(relation).find((type) => type === chosen) ?? holderDocuments(relation)[0] ?? ''

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
              holderDocument: documentFor(target.value, choices.holderDocument),
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
          ageMatters={relation !== 'heir' && relation !== 'company_agent'}
        />
      </div>
      {relation !== 'self' && <OtherApplicant {...props} relation={relation} />}
      <QuestionFields {...props} />
    </>
  )
}

function OtherApplicant({
  relation,
  ...props
}: SectionProps & { relation: Exclude<Relation, 'self'> }) {
  const { choices, choose, defaults, errorAt } = props
  const t = useTranslations('record')
  const other =
    defaults.applicant && defaults.applicant.relation !== 'self' ? defaults.applicant : null
  // A mandate's field says beside its label which paper is meant, so it is taller than the others.
  const isMandate = relation === 'agent' || relation === 'company_agent'
  const level = isMandate ? 'lg:self-end' : 'lg:self-start'
  return (
    <div className={line}>
      <AuthorityFields {...props} relation={relation} key={relation} />
      <TextField
        name="applicant.name"
        label={t('applicantName')}
        defaultValue={other?.name}
        error={errorAt('applicant.name')}
        className={level}
      />
      <DocumentFields
        {...props}
        of="applicant"
        types={personalDocuments}
        type={choices.applicantDocument}
        onType={(applicantDocument) => choose({ applicantDocument })}
        defaultCountry={other?.document.country}
        ageMatters
        className={level}
      />
    </div>
  )
}
