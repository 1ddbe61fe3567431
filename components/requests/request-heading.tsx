import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Capacity } from '@/lib/cancellation/rules/workflow'
import type { FormState } from '@/lib/forms/form-state'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { StateBadge } from './state-badge'

type Props = {
  record: RequestRecord
  capacities: readonly Capacity[]
  setWaiting: (before: FormState, form: FormData) => Promise<FormState>
}

export async function RequestHeading({ record, capacities, setWaiting }: Props) {
  const t = await getTranslations('walk')
  const to = (page: string) => `/requests/${record.reference}/${page}`
  const link = (page: string, text: string) => (
    <Link href={to(page)} className={buttonClass('secondary')}>
      {text}
    </Link>
  )
  return (
    <PageHeading
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="whitespace-nowrap">{groupReference(record.reference)}</span>
          <StateBadge state={record.state} />
        </span>
      }
      lead={record.customerWaiting ? t('waiting') : undefined}
    >
      {!record.endedAt && capacities.length > 0 && (
        <OneButtonForm
          action={setWaiting}
          values={{ $reference: record.reference, $waiting: String(!record.customerWaiting) }}
        >
          {record.customerWaiting ? t('unsetWaiting') : t('setWaiting')}
        </OneButtonForm>
      )}
      {record.state === 'open' && capacities.includes('staff') && link('amend', t('links.amend'))}
      {record.channel === 'in_store' && link('form', t('links.form'))}
      {link('slip', t('links.slip'))}
      {record.receipt && link('receipt', t('links.receipt'))}
    </PageHeading>
  )
}
