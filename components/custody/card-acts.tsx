import { getTranslations } from 'next-intl/server'
import { type CustodyAct, judgeCustody } from '@/lib/cancellation/rules/custody'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { FormState } from '@/lib/forms/form-state'
import { ActForm } from './act-form'

type Props = {
  record: RequestRecord
  uncollectedDays: number
  today: string
  back: 'day' | 'request'
  action: (before: FormState, form: FormData) => Promise<FormState>
}

const offered: readonly CustodyAct[] = ['hand_card_back', 'pass_card', 'bag_card', 'destroy_card']

/** The actions on a customer's card; nothing when it is where it belongs. */
export async function CardActs({ record, uncollectedDays, today, back, action }: Props) {
  const t = await getTranslations('custody.card')
  const acts = offered.filter(
    (act) =>
      judgeCustody(act, record, uncollectedDays, today) === null &&
      !(act === 'bag_card' && record.cardOwed),
  )
  if (acts.length === 0) return null
  return (
    <div className={back === 'day' ? 'grid gap-2' : 'grid gap-6'}>
      {acts.map((act) => {
        const field =
          act === 'bag_card'
            ? undefined
            : { name: act === 'destroy_card' ? 'witness' : 'to', label: t(`act.${act}.field`) }
        return (
          <ActForm
            key={act}
            action={action}
            values={{ $reference: record.reference, $act: act, $back: back }}
            title={t(`act.${act}.title`)}
            text={t(`act.${act}.text`)}
            field={field}
            save={t(`act.${act}.save`)}
            grave={act === 'destroy_card'}
            folded={back === 'day'}
          />
        )
      })}
    </div>
  )
}
