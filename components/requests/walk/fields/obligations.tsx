'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { DateField } from '@/components/forms/date-field'
import { SelectField, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { PlainObligation } from '@/lib/cancellation/rules/obligation-outcome'
import { type AwaitedParty, awaitedParties, paymentWays } from '@/lib/domain/coded-values'
import type { FieldsProps } from './fields-props'

type Item = { item: FieldsProps['items'][number]; noted: PlainObligation | undefined }

/**
 * Each obligation: cleared, not applicable, or waiting (P1, P27). What was paid at the counter is
 * asked where it is money (P28).
 */
export function ObligationsFields(props: FieldsProps) {
  const noted = props.outcome.items as Record<string, PlainObligation> | undefined
  return props.items.map((item) => (
    <Obligation key={item.id} {...props} item={item} noted={noted?.[item.id]} />
  ))
}

function Obligation(props: FieldsProps & Item) {
  const { item, noted, errorAt } = props
  const t = useTranslations('walk.obligations')
  const [state, setState] = useState<string>(noted?.state ?? '')
  const path = `items.${item.id}`
  return (
    <div className="grid gap-2 border-b border-line pb-2 last:border-0 last:pb-0">
      <Choice
        name={`${path}.state`}
        legend={item.title}
        hint={item.text}
        inline
        required
        options={(['not_applicable', 'cleared', 'waiting'] as const).map((value) => ({
          value,
          label: t(value),
        }))}
        value={state}
        onChange={setState}
        error={errorAt(`${path}.state`)}
      />
      {item.money && (state === '' || state === 'cleared') && (
        <PaidFields {...props} onPaid={() => setState('cleared')} />
      )}
      {state === 'waiting' && <WaitingFields {...props} />}
    </div>
  )
}

/** What was paid at the counter: an amount says that it is cleared, and asks how it was paid. */
function PaidFields({
  item,
  noted,
  words,
  errorAt,
  onPaid,
}: FieldsProps & Item & { onPaid(): void }) {
  const t = useTranslations('walk.obligations')
  const ways = useTranslations('words.paymentWay')
  const walk = useTranslations('walk')
  const paid = noted?.state === 'cleared' ? noted.payment : undefined
  const [amount, setAmount] = useState(paid ? (paid.amountFen / 100).toFixed(2) : '')
  const path = `items.${item.id}.payment`
  return (
    <div className="grid gap-3 sm:grid-cols-3 sm:items-end">
      <TextField
        name={`${path}.amount`}
        inputMode="decimal"
        label={t('paid')}
        value={amount}
        onChange={(event) => {
          setAmount(event.target.value)
          if (event.target.value) onPaid()
        }}
        error={errorAt(`${path}.amount`)}
      />
      {amount !== '' && (
        <>
          <SelectField
            name={`${path}.way`}
            label={t('paidBy')}
            required
            defaultValue={paid?.way ?? ''}
            error={errorAt(`${path}.way`)}
          >
            <option value="">{walk('choose')}</option>
            {paymentWays.map((way) => (
              <option key={way} value={way}>
                {ways(way)}
              </option>
            ))}
          </SelectField>
          <TextField
            name={`${path}.number`}
            label={t('paymentNumber')}
            required
            defaultValue={words.payments?.[item.id]}
            error={errorAt(`${path}.number`)}
          />
        </>
      )}
    </div>
  )
}

/** Whom it waits for, why, what lifts it, and the day on which it clears, where one is known. */
function WaitingFields({ item, noted, words, errorAt }: FieldsProps & Item) {
  const t = useTranslations('walk.obligations')
  const parties = useTranslations('words.awaited')
  const walk = useTranslations('walk')
  const before = noted?.state === 'waiting' ? noted : undefined
  const [waitsFor, setWaitsFor] = useState<AwaitedParty | ''>(
    before?.waitsFor ?? (before ? 'nobody' : ''),
  )
  const byItself = waitsFor === 'nobody'
  const path = `items.${item.id}`
  const said = words.blocks?.[item.id]
  return (
    <div className="field-row">
      <SelectField
        name={`${path}.waitsFor`}
        label={t('waitsFor')}
        required
        value={waitsFor}
        onChange={(event) => setWaitsFor(event.target.value as AwaitedParty | '')}
        error={errorAt(`${path}.waitsFor`)}
      >
        <option value="">{walk('choose')}</option>
        {awaitedParties.map((one) => (
          <option key={one} value={one}>
            {parties(one)}
          </option>
        ))}
      </SelectField>
      <DateField
        name={`${path}.clearsOn`}
        required={byItself}
        label={t(byItself ? 'clearsOn' : 'expectedOn')}
        defaultValue={before?.clearsOn}
        error={errorAt(`${path}.clearsOn`)}
      />
      {byItself && (
        <div className="sm:col-span-2">
          <Tick
            name={`${path}.nextDay:boolean`}
            label={t('nextDay')}
            defaultChecked={before?.nextDay}
            error={errorAt(`${path}.nextDay`)}
          />
        </div>
      )}
      <TextField
        name={`${path}.why`}
        label={t('why')}
        required={!byItself}
        defaultValue={said?.why}
        error={errorAt(`${path}.why`)}
      />
      <TextField
        name={`${path}.lifts`}
        label={t('lifts')}
        hint={t('liftsHint')}
        defaultValue={said?.lifts}
        error={errorAt(`${path}.lifts`)}
      />
    </div>
  )
}
