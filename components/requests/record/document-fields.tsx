'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import { DateField } from '@/components/forms/date-field'
import { type DocumentType, isUndated } from '@/lib/domain/identifiers/document'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { SectionProps } from './record-values'

type Props = SectionProps & {
  /** `holder` or `applicant`. */
  of: 'holder' | 'applicant'
  types: readonly DocumentType[]
  type: string
  onType(type: string): void
  defaultCountry?: string
  /** Whether the bearer's age matters: then the birth date is asked for where no number has it. */
  ageMatters: boolean
  className?: string
}

/**
 * A document: number, type, and for a passport the issuing country. The number comes first, behind
 * the name: a card reader goes from one to the other by Tab.
 */
export function DocumentFields({
  of,
  types,
  type,
  onType,
  errorAt,
  options,
  recorded,
  sameAs,
  defaults,
  defaultCountry,
  ageMatters,
  className,
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
    <div
      className={clsx(
        'grid items-start gap-x-2 gap-y-3 min-[30rem]:grid-cols-[minmax(0,1fr)_minmax(7rem,40%)]',
        'sm:col-span-2 lg:col-span-1',
        className,
      )}
    >
      <TextField
        name={`${of}.document.number`}
        label={t('documentNumber')}
        hint={
          kept &&
          (sameAs
            ? t('further.same', { masked: kept, reference: groupReference(sameAs) })
            : t('unchanged', { masked: kept }))
        }
        data-kept={kept && true}
        error={errorAt(`${of}.document.number`)}
      />
      <SelectField
        name={`${of}.document.type`}
        label={t('documentType')}
        value={type}
        onChange={(event) => onType(event.target.value)}
        error={errorAt(`${of}.document.type`)}
        className={kept && 'self-end'}
      >
        {types.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </SelectField>
      {type === 'passport' && (
        <SelectField
          name={`${of}.document.country`}
          label={t('country')}
          defaultValue={defaultCountry ?? ''}
          error={errorAt(`${of}.document.country`)}
          className="col-span-2"
        >
          <option value="">{t('choose')}</option>
          {options.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {ageMatters && isUndated(type as DocumentType) && (
        <DateField
          name={`${of}.document.birthDate`}
          label={t('birthDate')}
          hint={kept && t('birthDateKept')}
          error={errorAt(`${of}.document.birthDate`)}
          className="col-span-2"
        />
      )}
    </div>
  )
}
