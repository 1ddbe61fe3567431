'use client'
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { SectionProps } from './record-values'

type Props = SectionProps & {
  /** `holder` or `applicant`. */
  of: 'holder' | 'applicant'
  types: readonly DocumentType[]
  type: string
  onType(type: string): void
  defaultCountry?: string
}

/** A document: type, number, and for a passport the issuing country. */
export function DocumentFields({
  of,
  types,
  type,
  onType,
  errorAt,
  options,
  recorded,
  defaults,
  defaultCountry,
}: Props) {
  const t = useTranslations('record')
  const words = useTranslations('words.document')
  const before =
    of === 'holder'
      ? defaults.holder?.document.type
      : defaults.applicant && 'document' in defaults.applicant
        ? defaults.applicant.document.type
        : undefined
  // Another type of document requires its own number.
  const kept = before === type ? recorded[of] : undefined
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
      <SelectField
        name={`${of}.document.type`}
        label={t('documentType')}
        value={type}
        onChange={(event) => onType(event.target.value)}
        error={errorAt(`${of}.document.type`)}
      >
        {types.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </SelectField>
      <TextField
        name={`${of}.document.number`}
        label={t('documentNumber')}
        hint={kept && t('unchanged', { masked: kept })}
        error={errorAt(`${of}.document.number`)}
      />
      {type === 'passport' && (
        <SelectField
          name={`${of}.document.country`}
          label={t('country')}
          defaultValue={defaultCountry ?? ''}
          error={errorAt(`${of}.document.country`)}
        >
          <option value="">{t('choose')}</option>
          {options.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
