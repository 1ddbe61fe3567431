'use client'
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import { refundRoutes } from '@/lib/domain/coded-values'
import type { FieldsProps } from './fields-props'

export function BalanceFields({ outcome, words, errorAt }: FieldsProps) {
  const t = useTranslations('walk.balance')
  const walk = useTranslations('walk')
  const routes = useTranslations('words.route')
  const amount =
    typeof outcome.amountFen === 'number' ? (outcome.amountFen / 100).toFixed(2) : undefined
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField
          name="amount"
          inputMode="decimal"
          label={t('amount')}
          hint={t('amountHint')}
          defaultValue={amount}
          error={errorAt('amount')}
        />
        <SelectField
          name="route"
          label={t('route')}
          defaultValue={(outcome.route as string | undefined) ?? ''}
          error={errorAt('route')}
        >
          <option value="">{walk('choose')}</option>
          {refundRoutes.map((route) => (
            <option key={route} value={route}>
              {routes(route)}
            </option>
          ))}
        </SelectField>
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
