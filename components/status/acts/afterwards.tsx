import { getLocale, getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { CustomerActs } from '@/lib/cancellation/queries/customer-acts'
import { destinationShown, yuanOf } from '@/components/requests/refund-text'
import { customerDates } from '@/lib/i18n/dates'
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
  const estimated = await getTranslations('status')
  const dates = customerDates(await getLocale(), new Date())
  const isOwed = refund?.state === 'pending' || refund?.state === 'failed'
  return (
    <>
      {refund && (
        <Panel title={t('refund.title')}>
          <p>
            {t('refund.state', {
              amount: yuanOf(refund.amountFen),
              state: words(`refund.${refund.state}`),
            })}
            {refund.on && ` ${dates.day(refund.on)}`}
          </p>
          <p className="text-quiet">
            {[
              words(`route.${refund.route as 'cash'}`),
              refund.destination && destinationShown(refund.destination, words),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {isOwed && refund.arrivesBy && (
            <p>
              {t('refund.arrivesBy', { day: dates.day(refund.arrivesBy) })}
              {refund.estimated && words('inBrackets', { text: estimated('estimated') })}
            </p>
          )}
          {isOwed && refund.claimUntil && (
            <p>{t('refund.claimUntil', { day: dates.day(refund.claimUntil) })}</p>
          )}
          {refund.mayConfirm && (
            <div className="mt-4">
              <OneButtonForm
                look="secondary"
                action={duty}
                values={{ ...values, $duty: 'note_refund', refund: 'paid' }}
              >
                {t('refund.button')}
              </OneButtonForm>
            </div>
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
