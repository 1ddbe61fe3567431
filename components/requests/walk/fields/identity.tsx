'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

/**
 * The holder's identity (P10), the applicant's right to act (P3), and the number as read back from
 * the carrier's system.
 */
export function IdentityFields({ relation, outcome, words, number, errorAt }: FieldsProps) {
  const t = useTranslations('walk.identity')
  const walk = useTranslations('walk')
  return (
    <>
      <Choice
        name="matchedBy"
        inline
        required
        legend={t('matchedBy')}
        options={[
          { value: 'carrier_record', label: t('carrier_record') },
          { value: 'name_and_old_document', label: t('name_and_old_document') },
        ]}
        defaultValue={outcome.matchedBy as string | undefined}
        error={errorAt('matchedBy')}
      />
      <Choice
        name="documentExpired:boolean"
        inline
        legend={t('documentState')}
        hint={t('documentHint')}
        options={[
          { value: 'false', label: t('documentValid') },
          { value: 'true', label: t('documentExpired') },
        ]}
        defaultValue={String(outcome.documentExpired === true)}
      />
      <Tick
        name="applicantChecked:boolean"
        label={relation === 'self' ? t('applicant_self') : t('applicant_other')}
        required
        defaultChecked={outcome.applicantChecked === true}
        error={errorAt('applicantChecked')}
      />
      <Tick
        name="numberMatched:boolean"
        label={t('numberMatched')}
        required
        defaultChecked={outcome.numberMatched === true}
        error={errorAt('numberMatched')}
      />
      <Tick
        name="readBack:boolean"
        label={t('readBack', { number })}
        required
        defaultChecked={outcome.readBack === true}
        error={errorAt('readBack')}
      />
      <TextField
        name="words"
        label={walk('words')}
        defaultValue={words.words}
        error={errorAt('words')}
      />
    </>
  )
}
