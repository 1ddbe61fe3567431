'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/ui/field'
import {
  type AuthorityProof,
  type Relation,
  authorityFor,
  proofsOf,
} from '@/lib/domain/coded-values'
import type { SectionProps } from './record-values'

const proofsFor = (kind: (typeof authorityFor)[keyof typeof authorityFor]) =>
  kind === 'guardianship' || kind === 'kinship' ? proofsOf[kind] : []

/**
 * The proof of the right to act (P3), and its day; a guardianship or a kinship is mostly proved by
 * the household register, which has none.
 */
export function AuthorityFields({
  relation,
  defaults,
  errorAt,
}: SectionProps & { relation: Exclude<Relation, 'self'> }) {
  const t = useTranslations('record')
  const words = useTranslations('words')
  const kind = authorityFor[relation]
  const { applicant } = defaults
  const recorded = applicant && applicant.relation === relation ? applicant.authority : null
  const proofs: readonly AuthorityProof[] = proofsFor(kind)
  // What was recorded before proofs were told apart has its day alone.
  const [proof, setProof] = useState(recorded ? (recorded.proof ?? '') : (proofs[0] ?? ''))
  return (
    <div className="order-last grid content-start gap-3 lg:order-none">
      <input type="hidden" name="applicant.authority.kind" value={kind} />
      {proofs.length > 0 && (
        <SelectField
          name="applicant.authority.proof"
          label={words(`authority.${kind}`)}
          value={proof}
          onChange={({ target }) => setProof(target.value)}
          error={errorAt('applicant.authority.proof')}
        >
          {proof === '' && <option value="">{t('choose')}</option>}
          {proofs.map((one) => (
            <option key={one} value={one}>
              {words(`proof.${one}`)}
            </option>
          ))}
        </SelectField>
      )}
      {proof !== 'household_register' && (
        <DateField
          name="applicant.authority.issuedOn"
          label={t('issuedOn')}
          hint={proofs.length > 0 ? undefined : words(`authority.${kind}`)}
          defaultValue={recorded?.issuedOn}
          error={errorAt('applicant.authority.issuedOn') ?? errorAt('applicant.authority')}
        />
      )}
    </div>
  )
}
