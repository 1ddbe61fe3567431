import { getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Badge } from '@/components/ui/badge'
import { browserName } from '@/lib/accounts/sessions/browser-name'
import type { SessionRow } from '@/lib/accounts/sessions/queries'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  sessions: readonly SessionRow[]
  here: string
  end: FormActionOf
  endOthers: FormActionOf
}

/** An account's sessions; all but the current one can be ended. */
export async function SessionList({ sessions, here, end, endOthers }: Props) {
  const t = await getTranslations('account')
  return (
    <>
      <ul className="mb-4">
        {sessions.map(({ id, how, startedAt, seenAt, locked, browser, address }) => (
          <li
            key={id}
            className={
              'flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b ' +
              'border-line py-1 last:border-0'
            }
          >
            <span>
              <span className="flex flex-wrap items-center gap-2">
                {browserName(browser) ?? t('unknownBrowser')}
                {id === here && <Badge tone="good">{t('sessionHere')}</Badge>}
                {locked && <Badge tone="quiet">{t('sessionLocked')}</Badge>}
              </span>
              <span className="block text-sm text-quiet">
                {t('sessionText', {
                  how: t(`how.${how}`),
                  at: staffDates.moment(startedAt),
                  seen: staffDates.moment(seenAt),
                  address,
                })}
              </span>
            </span>
            {id !== here && (
              <OneButtonForm action={end} values={{ $session: id }}>
                {t('sessionEnd')}
              </OneButtonForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ConfirmButton
          action={endOthers}
          look="secondary"
          values={{}}
          confirmation={{
            title: t('sessionsAsk.title'),
            text: <p>{t('sessionsAsk.text')}</p>,
            confirm: t('sessionsAsk.confirm', { count: sessions.length - 1 }),
          }}
        >
          {t('sessionsEnd')}
        </ConfirmButton>
      )}
    </>
  )
}
