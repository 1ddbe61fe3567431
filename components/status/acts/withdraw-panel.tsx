import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { buttonClass } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { CustomerActs } from '@/lib/cancellation/queries/customer-acts'
import { groupReference } from '@/lib/domain/identifiers/reference'

type Props = {
  withdraw: NonNullable<CustomerActs['withdraw']>
  reference: string
  numberMasked: string | null
  values: Record<string, string>
  action: FormActionOf
}

/** A customer's withdrawal: asks for confirmation, naming what it ends. Works without scripts. */
export async function WithdrawPanel({ withdraw, reference, numberMasked, values, action }: Props) {
  const t = await getTranslations('status.acts.withdraw')
  if (withdraw.atCarrier)
    return (
      <Panel title={t('title')}>
        <p>{t('textOnline')}</p>
      </Panel>
    )
  const named = { reference: groupReference(reference), number: numberMasked ?? '' }
  return (
    <Panel title={t('title')}>
      <p className="mb-4">{t('text')}</p>
      <details>
        <summary className={buttonClass('danger', 'list-none cursor-pointer')}>{t('ask')}</summary>
        <section aria-label={t('ask')} className="mt-4 grid gap-4 border-t border-line pt-4">
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t('ends', named)}</li>
            <li>{t('active')}</li>
            <li>{t('void')}</li>
            {withdraw.cardHere && <li>{t('card')}</li>}
          </ul>
          <OneButtonForm plain look="danger" action={action} values={values}>
            {t('button')}
          </OneButtonForm>
        </section>
      </details>
    </Panel>
  )
}
