'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field'
import { useFieldName } from '@/components/ui/field-id'
import { refundRoutesFor } from '@/lib/domain/coded-values'
import type { FieldsProps } from './fields-props'

/** No balance, nothing to refund: the route is not asked. */
const isZero = (amount: string) => /^0+([.,]0*)?$/.test(amount.trim())

export function BalanceFields({ relation, outcome, words, errorAt }: FieldsProps) {
  const t = useTranslations('walk.balance')
  const walk = useTranslations('walk')
  const routes = useTranslations('words.route')
  const amount =
    typeof outcome.amountFen === 'number' ? (outcome.amountFen / 100).toFixed(2) : undefined
  const nameOf = useFieldName()
  const [typed, setTyped] = useState(amount ?? '')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField
          name="amount"
          inputMode="decimal"
          label={t('amount')}
          hint={t('amountHint')}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={errorAt('amount')}
        />
        {isZero(typed) ? (
          <input type="hidden" name={nameOf('route')} value="none" />
        ) : (
          <SelectField
            name="route"
            label={t('route')}
            required
            defaultValue={(outcome.route as string | undefined) ?? ''}
            error={errorAt('route')}
          >
            <option value="">{walk('choose')}</option>
            {refundRoutesFor(relation).map((route) => (
              <option key={route} value={route}>
                {routes(route)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <TextField
        name="words"
        label={walk('words')}
        defaultValue={words.words}
        error={errorAt('words')}
      />
    </>
  )
}
