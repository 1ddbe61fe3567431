import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { BagDetail } from '@/lib/cancellation/queries/bags'
import type { FormState } from '@/lib/forms/form-state'
import { ActForm } from './act-form'

type Props = { bag: BagDetail; action: (before: FormState, form: FormData) => Promise<FormState> }

/**
 * The next actions on a bag: count and seal, hand over, destroy; or what blocks its destruction.
 */
export async function BagActs({ bag, action }: Props) {
  const t = await getTranslations('custody.bag')
  const unfinished = bag.cards.filter(({ state }) => state !== 'completed')
  const form = (
    act: 'seal' | 'hand_over' | 'destroy',
    field: string,
    more: { numeric?: true; grave?: boolean } = {},
  ) => (
    <ActForm
      key={act}
      action={action}
      values={{ $number: bag.number, $act: act }}
      title={t(`act.${act}.title`)}
      text={t(`act.${act}.text`)}
      field={{ name: field, label: t(`act.${act}.field`), ...(more.numeric && { numeric: true }) }}
      save={t(`act.${act}.save`, { count: bag.cards.length })}
      grave={more.grave}
      primary={act === 'seal'}
    />
  )
  if (bag.state === 'destroyed' || bag.cards.length === 0) return null
  if (bag.state === 'open') return form('seal', 'counted', { numeric: true })
  return (
    <div className="grid gap-6">
      {bag.state === 'sealed' && form('hand_over', 'to')}
      {unfinished.length ? (
        <Notice tone="warn">{t('blocked')}</Notice>
      ) : (
        form('destroy', 'witness', { grave: true })
      )}
    </div>
  )
}
