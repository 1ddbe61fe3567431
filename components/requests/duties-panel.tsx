import { getTranslations } from 'next-intl/server'
import { CardActs } from '@/components/custody/card-acts'
import { Panel } from '@/components/ui/panel'
import { uncollectedFrom } from '@/lib/cancellation/rules/custody'
import { refundLeadsTo } from '@/lib/cancellation/rules/duties'
import type { Personal } from '@/lib/cancellation/rules/particulars'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { FormState } from '@/lib/forms/form-state'
import { RefundForm } from './duty-forms'
import { staffDates } from '@/lib/i18n/dates'
import { destinationShown } from './refund-text'

type Action = (before: FormState, form: FormData) => Promise<FormState>
type Props = {
  record: RequestRecord
  personal: Personal | null
  today: string
  uncollectedDays: number
  stores: readonly string[]
  action: Action
  cardAction: Action
}

/** What the desk still owes: a card to hand back, a refund to follow up (P9). Nothing otherwise. */
export async function DutiesPanel({
  record,
  personal,
  today,
  uncollectedDays,
  stores,
  action,
  cardAction,
}: Props) {
  const t = await getTranslations('walk.duties')
  const custody = await getTranslations('custody.card')
  const uncollected = uncollectedFrom(record, uncollectedDays)
  const here = record.card !== null && stores.includes(record.card.store)
  const begun = record.state === 'closing' || record.state === 'completed'
  const refunds = begun && record.refund ? refundLeadsTo[record.refund.state] : []
  if (!record.cardOwed && refunds.length === 0) return null
  return (
    <Panel title={t('title')} className="border-l-4 border-l-warn">
      <div className="grid gap-6">
        {record.cardOwed && !here && <p>{custody('at', { store: record.card?.store ?? '' })}</p>}
        {record.cardOwed && here && (
          <CardActs
            record={record}
            uncollectedDays={uncollectedDays}
            today={today}
            back="request"
            action={cardAction}
          />
        )}
        {here && uncollected && uncollected > today && (
          <p className="text-sm text-quiet">
            {custody('uncollected', { day: staffDates.day(uncollected) })}
          </p>
        )}
        {record.refund && refunds.length > 0 && (
          <RefundForm
            key={record.refund.state}
            action={action}
            reference={record.reference}
            amountFen={record.refund.amountFen}
            terms={await refundTerms(record, personal)}
            leadsTo={[...refunds]}
          />
        )}
      </div>
    </Panel>
  )
}

/** How a refund is paid, by when, and until when it can be claimed (P20). */
async function refundTerms({ refund }: RequestRecord, personal: Personal | null): Promise<string> {
  const t = await getTranslations('walk.duties')
  const words = await getTranslations('words')
  const notes = Object.values(personal?.notes ?? {})
  const destination = notes.find((note) => note.destination)?.destination
  return [
    words(`route.${refund?.route as 'cash'}`),
    destination && destinationShown(destination, words),
    destination && t('wholeOnForm'),
    refund?.arrivesBy && t('arrivesBy', { day: staffDates.day(refund.arrivesBy) }),
    refund?.claimUntil && t('claimUntil', { day: staffDates.day(refund.claimUntil) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
