'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFault } from '@/components/forms/texts'
import { SelectField, TextField } from '@/components/ui/field'
import { needsDestination, paymentApps } from '@/lib/domain/coded-values'
import { checkBankAccount } from '@/lib/domain/identifiers/bank-account'
import type { FieldsProps } from './fields-props'

/**
 * Where a refund goes, by its route (P20). What was noted is shown masked; left empty it stays, so
 * that the whole account never comes back to the page (L2).
 */
export function DestinationFields({
  route,
  outcome,
  words,
  payee,
  errorAt,
}: FieldsProps & { route: string }) {
  const t = useTranslations('walk.balance')
  const walk = useTranslations('walk')
  const apps = useTranslations('words.paymentApp')
  const fault = useFault()
  const [warning, setWarning] = useState<string>()
  if (!needsDestination(route)) return null
  const noted = route === outcome.route ? words.destination : undefined
  const at = (field: string) => ({
    name: `destination.${field}`,
    error: errorAt(`destination.${field}`),
  })
  const account = {
    hint: noted && t('accountNoted', { masked: noted.masked }),
    required: !noted,
  }
  if (route === 'other_number')
    return <TextField {...at('number')} {...account} inputMode="tel" label={t('otherNumber')} />
  if (route === 'payment_app')
    return (
      <div className="field-row">
        <SelectField {...at('app')} label={t('app')} required defaultValue={noted?.app ?? ''}>
          <option value="">{walk('choose')}</option>
          {paymentApps.map((one) => (
            <option key={one} value={one}>
              {apps(one)}
            </option>
          ))}
        </SelectField>
        <TextField {...at('account')} {...account} label={t('appAccount')} />
      </div>
    )
  return (
    <div className="field-row">
      <TextField
        {...at('owner')}
        label={t('owner')}
        required
        defaultValue={noted?.owner ?? payee}
      />
      <TextField {...at('bank')} label={t('bank')} required defaultValue={noted?.bank} />
      <TextField
        {...at('account')}
        {...account}
        inputMode="numeric"
        label={t('account')}
        className="sm:col-span-2"
        warning={warning && fault(warning)}
        onChange={() => setWarning(undefined)}
        onBlur={({ currentTarget: { value } }) => {
          const checked = value ? checkBankAccount(value) : null
          setWarning(checked?.ok ? checked.warnings[0] : undefined)
        }}
      />
    </div>
  )
}
