import { getTranslations } from 'next-intl/server'
import type { FormActionOf } from '@/components/settings/settings-form'
import type { Factors } from '@/lib/accounts/factors/queries'
import { OwnForm } from './own-form'
import { staffDates } from '@/lib/i18n/dates'

/** One's own passkeys, with name and last use. */
export async function PasskeyList({
  passkeys,
  remove,
}: {
  passkeys: Factors['passkeys']
  remove: FormActionOf
}) {
  const t = await getTranslations('account')
  if (passkeys.length === 0) return <p className="mb-4">{t('passkeyNone')}</p>
  return (
    <ul className="mb-4">
      {passkeys.map(({ id, name, addedAt, usedAt }) => (
        <li
          key={id}
          className={
            'flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line ' +
            'py-1 last:border-0'
          }
        >
          <span>
            {name || t('passkeys')}
            <span className="block text-sm text-quiet">
              {t('passkeyAdded', { at: staffDates.day(addedAt) })}
              {usedAt && ` · ${t('passkeyUsed', { at: staffDates.moment(usedAt) })}`}
            </span>
          </span>
          <details className="min-w-0">
            <summary className="min-h-11 cursor-pointer content-center font-semibold text-accent">
              {t('passkeyDrop')}
            </summary>
            <div className="py-2">
              <OwnForm
                action={remove}
                values={{ $passkey: id }}
                scope={`passkey-${id.slice(0, 8)}`}
                save={t('passkeyDropSave')}
                look="danger"
              />
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}
