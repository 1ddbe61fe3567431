import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import { refundLeadsTo } from '@/lib/cancellation/duties'
import type { RequestRecord } from '@/lib/cancellation/facts'
import type { FormState } from '@/lib/forms/form-state'
import { CardBackForm, RefundForm } from './duty-forms'

type Props = { record: RequestRecord; action: (before: FormState, form: FormData) => Promise<FormState> }

/** What the desk still owes: a card to hand back, a refund to see through (P9). Nothing where nothing is owed. */
export async function DutiesPanel({ record, action }: Props) {
  const t = await getTranslations('walk.duties')
  const begun = record.state === 'closing' || record.state === 'completed'
  const refunds = begun && record.refund ? refundLeadsTo[record.refund.state] : []
  if (!record.cardOwed && refunds.length === 0) return null
  return (
    <Panel title={t('title')} className="border-l-4 border-l-warn">
      <div className="grid gap-6">
        {record.cardOwed && <CardBackForm action={action} reference={record.reference} />}
        {record.refund && refunds.length > 0 && <RefundForm key={record.refund.state} action={action} reference={record.reference} amountFen={record.refund.amountFen} leadsTo={[...refunds]} />}
      </div>
    </Panel>
  )
}
