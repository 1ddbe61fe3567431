'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field'
import { useFieldName } from '@/components/ui/field-id'
import { Tick } from '@/components/ui/tick'
import type { PlainBalance } from '@/lib/cancellation/rules/balance-outcome'
import type { FieldsProps } from './fields-props'
import { DestinationFields } from './refund-destination'

/** No balance, nothing to refund: the route is not asked. */
const isZero = (amount: string) => /^0+([.,]0*)?$/.test(amount.trim())

/** The balance, the route by which it is refunded, and where it goes (F30, P20). */
export function BalanceFields(props: FieldsProps) {
  const { routes, words, errorAt } = props
  const outcome = props.outcome as Partial<PlainBalance>
  const t = useTranslations('walk.balance')
  const walk = useTranslations('walk')
  const routeWords = useTranslations('words.route')
  const amount = outcome.amountFen === undefined ? '' : (outcome.amountFen / 100).toFixed(2)
  const nameOf = useFieldName()
  const [typed, setTyped] = useState(amount)
  const [route, setRoute] = useState<string>(outcome.route ?? '')
  const isOwed = !isZero(typed)
  return (
    <>
      <div className="field-row">
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
        {isOwed ? (
          <SelectField
            name="route"
            label={t('route')}
            required
            value={route}
            onChange={(event) => setRoute(event.target.value)}
            error={errorAt('route')}
          >
            <option value="">{walk('choose')}</option>
            {routes.map((one) => (
              <option key={one} value={one}>
                {routeWords(one)}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name={nameOf('route')} value="none" />
        )}
      </div>
      {isOwed && <DestinationFields key={route} {...props} route={route} />}
      {isOwed && route === 'cash' && (
        <Tick
          name="paid:boolean"
          label={t('paid')}
          defaultChecked={outcome.paidOn !== undefined}
          error={errorAt('paid')}
        />
      )}
      <TextField
        name="words"
        label={walk('words')}
        defaultValue={words.words}
        error={errorAt('words')}
      />
    </>
  )
}
