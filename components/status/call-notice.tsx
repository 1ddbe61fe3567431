import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { StatusView } from '@/lib/cancellation/queries/status'
import { customerDates } from '@/lib/i18n/dates'

type Props = { call: NonNullable<StatusView['call']>; carrier: string }

/** That the carrier will ring, by when and on which phone, or gave up ringing (P15). */
export async function CallNotice({ call, carrier }: Props) {
  const t = await getTranslations('status.call')
  const { missed, endsAfterMissed: ends } = call
  const phone = call.phoneMasked ?? ''
  const { moment } = customerDates(await getLocale(), new Date())
  if (call.state === 'ended')
    return (
      <Notice tone="bad" title={t('endedTitle')} className="mt-4">
        {t('ended', { carrier })}
      </Notice>
    )
  return (
    <Notice tone="warn" title={t('title')} className="mt-4">
      <p>
        {call.until
          ? t('by', { carrier, phone, until: moment(call.until) })
          : t('soon', { carrier, phone })}
      </p>
      {missed > 0 && <p>{ends ? t('missedOf', { missed, ends }) : t('missed', { missed })}</p>}
      {missed === 0 && ends !== null && <p>{t('limit', { ends })}</p>}
    </Notice>
  )
}
