import { getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { CustomerActs } from '@/lib/cancellation/queries/customer-acts'
import { ratings } from '@/lib/domain/coded-values'

type Props = {
  acts: CustomerActs
  reference: string
  values: Record<string, string>
  duty: FormActionOf
}

/** After completion: the refund (P9), and the rating. */
export async function Afterwards({ acts: { refund, rating }, reference, values, duty }: Props) {
  const t = await getTranslations('status.acts')
  const words = await getTranslations('words')
  return (
    <>
      {refund && (
        <Panel title={t('refund.title')}>
          <p className="mb-4">
            {t('refund.state', {
              amount: (refund.amountFen / 100).toFixed(2),
              state: words(`refund.${refund.state}`),
            })}
          </p>
          {refund.mayConfirm && (
            <OneButtonForm
              look="secondary"
              action={duty}
              values={{ ...values, $duty: 'note_refund', refund: 'paid' }}
            >
              {t('refund.button')}
            </OneButtonForm>
          )}
        </Panel>
      )}
      {rating !== undefined && (
        <Panel title={t('rating.title')}>
          {rating ? (
            <p>
              {t('rating.thanks', { rating: words(`rating.${rating}`) })}
              {rating === 'poor' && (
                <>
                  {' '}
                  <PlainLink href={`/ask?reference=${reference}`} className="text-accent underline">
                    {t('rating.complain')}
                  </PlainLink>
                </>
              )}
            </p>
          ) : (
            <div className="flex flex-wrap gap-2">
              {ratings.map((one) => (
                <OneButtonForm
                  key={one}
                  look="secondary"
                  action={duty}
                  values={{ ...values, $duty: 'rate', rating: one }}
                >
                  {words(`rating.${one}`)}
                </OneButtonForm>
              ))}
            </div>
          )}
        </Panel>
      )}
    </>
  )
}
