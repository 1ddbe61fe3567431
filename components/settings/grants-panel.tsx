import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { roleText } from '@/components/accounts/role-text'
import { Panel } from '@/components/ui/panel'
import type { WaitingGrant } from '@/lib/accounts/grants/queries'
import { ApproveForm } from './approve-form'
import type { FormActionOf } from './settings-form'
import { staffDates } from '@/lib/i18n/dates'

type Props = { grants: readonly WaitingGrant[]; viewer: string; action: FormActionOf }

/** Grants pending for a second administrator: neither the requester nor the beneficiary. */
export async function GrantsPanel({ grants, viewer, action }: Props) {
  const t = await getTranslations('settings.grants')
  const words = await getTranslations('words.role')
  if (grants.length === 0) return null
  const what = ({ kind, role, storeCode, key }: WaitingGrant) => {
    if (kind === 'key' && key) {
      const parts = [t('kind.key'), words(key.role as 'staff'), ...key.storeCodes]
      return [...parts, ...(key.fullNumber ? [t('fullNumber')] : [])].join(' · ')
    }
    if (kind !== 'role' || !role) return t(`kind.${kind}`)
    return t('kind.role', { role: roleText(words(role), storeCode) })
  }
  return (
    <Panel title={t('title')} className="mb-6 border-warn">
      <p className="mb-4 text-quiet">{t('lead')}</p>
      <ul>
        {grants.map((grant) => (
          <li
            key={grant.id}
            className={
              'flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line ' +
              'py-3 last:border-0'
            }
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {t('line', { account: grant.account, what: what(grant) })}
              </p>
              <p className="text-sm text-quiet">
                {t('asked', {
                  name: grant.askedByName,
                  time: staffDates.moment(grant.askedAt),
                })}
              </p>
            </div>
            {viewer === grant.askedBy || viewer === grant.accountId ? (
              <p className="text-sm text-quiet">{t('another')}</p>
            ) : (
              <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
                {grant.kind === 'key' ? (
                  <OneButtonForm
                    look="primary"
                    action={action}
                    values={{ $grant: grant.id, 'approved:boolean': 'true' }}
                  >
                    {t('approve')}
                  </OneButtonForm>
                ) : viewer === grant.passwordGivenBy ? (
                  <p className="max-w-md text-sm text-quiet">{t('passwordGiven')}</p>
                ) : (
                  <div className="max-w-sm">
                    <ApproveForm action={action} grant={grant.id} />
                  </div>
                )}
                <OneButtonForm
                  look="danger"
                  action={action}
                  values={{ $grant: grant.id, 'approved:boolean': 'false' }}
                >
                  {t('refuse')}
                </OneButtonForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
