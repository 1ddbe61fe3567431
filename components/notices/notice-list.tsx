import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { isNoticeFault } from '@/lib/notices/outbox/states'
import { staffDates } from '@/lib/i18n/dates'
import type { NoticeLine } from '@/lib/notices/outbox/queries'
import { noticeTone } from './tones'

/**
 * The notices of a request: kind, channel, text version and state; those given up can be resent.
 */
export async function NoticeList({
  notices,
  resend,
}: {
  notices: readonly NoticeLine[]
  resend: FormActionOf
}) {
  const t = await getTranslations('notices')
  if (notices.length === 0) return null
  return (
    <Panel title={t('told')}>
      <ul className="grid gap-2">
        {notices.map(
          ({
            id,
            kind,
            channel,
            textVersion,
            state,
            uncertain,
            fault,
            queuedAt,
            sentAt,
            reference,
          }) => (
            <li key={id} className="border-l-2 border-line pl-3">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-semibold">{t(`kind.${kind}`)}</span>{' '}
                <Badge tone={noticeTone[state]}>{t(`state.${state}`)}</Badge>
              </p>
              <p className="text-sm text-quiet">
                {t(`channel.${channel}`)} · {staffDates.moment(sentAt ?? queuedAt)} ·{' '}
                {textVersion ? t('version', { version: textVersion }) : t('seeded')}
              </p>
              {uncertain && <p className="text-sm text-warn">{t('uncertain')}</p>}
              {fault && (
                <p className="text-sm text-quiet">
                  {isNoticeFault(fault) ? t(`fault.${fault}`) : fault}
                </p>
              )}
              {state === 'dead' && (
                <OneButtonForm
                  look="plain"
                  action={resend}
                  values={{ $notice: id, $reference: reference }}
                >
                  {t('resend')}
                </OneButtonForm>
              )}
            </li>
          ),
        )}
      </ul>
    </Panel>
  )
}
