import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { callPhoneMasked } from '@/lib/cancellation/rules/call-phone'
import { judgeCall, pendingCall } from '@/lib/cancellation/rules/calls'
import type { Named } from '@/lib/carriers/queries'
import type { FormState } from '@/lib/forms/form-state'
import { nameIn } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'
import { CallForm } from './call-form'

type Props = {
  one: OneRequest
  carrier: Named | undefined
  now: Date
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/**
 * The carrier's call that an online request waits for (P15): who rings, on which phone and until
 * when, and what came of it. Nothing once it was answered.
 */
export async function CallPanel({
  one: { record, personal, situation },
  carrier,
  now,
  action,
}: Props) {
  const t = await getTranslations('walk.call')
  const locale = await getLocale()
  const call = pendingCall(record)
  if (!call) return null
  const name = carrier ? nameIn(locale, carrier) : record.carrier
  const { missed, endsAfterMissed: ends, until } = call
  const facts = [
    t('facts', { carrier: name, phone: callPhoneMasked(record, personal) ?? '' }),
    until ? t('by', { until: staffDates.moment(until) }) : t('noTime'),
    ends ? t('missedOf', { missed, ends }) : t('missed', { missed }),
  ]
  return (
    <Panel title={t('title')} id="call" className="border-l-4 border-l-warn">
      <div className="grid gap-4">
        {call.state === 'ended' ? (
          <Notice tone="warn">{t('again', { carrier: name })}</Notice>
        ) : (
          until && new Date(until) < now && <Notice tone="warn">{t('overdue')}</Notice>
        )}
        {call.state === 'waiting' && <p>{facts.join(' · ')}</p>}
        {judgeCall(record, situation.actor) === null && (
          <CallForm
            key={record.version}
            action={action}
            reference={record.reference}
            version={record.version}
            contact={record.contact.phone}
          />
        )}
      </div>
    </Panel>
  )
}
