'use client'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Link } from '@/components/shell/link'
import type { FieldsProps } from './fields-props'

const handedOver = ['printed', 'sent'] as const

export function ReceiptFields({ reference, reachable, outcome, errorAt }: FieldsProps) {
  const t = useTranslations('walk.receiptStep')
  const walk = useTranslations('walk.links')
  return (
    <>
      <div>
        <Link href={`/requests/${reference}/receipt`} className={buttonClass('secondary')}>
          {walk('receipt')}
        </Link>
      </div>
      <Choice
        name="handedOver"
        legend={t('handedOver')}
        inline
        required
        // Whoever goes by the slip alone has nowhere to be sent it.
        options={(reachable ? handedOver : (['printed'] as const)).map((value) => ({
          value,
          label: t(value),
        }))}
        defaultValue={outcome.handedOver as string | undefined}
        error={errorAt('handedOver')}
      />
    </>
  )
}
