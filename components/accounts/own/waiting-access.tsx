import { getTranslations } from 'next-intl/server'
import { roleText } from '@/components/accounts/role-text'
import { Panel } from '@/components/ui/panel'
import type { OwnGrant } from '@/lib/accounts/grants/queries'

/** Pending access grants of one's own account, with the code to pass on. */
export async function WaitingAccess({ grants }: { grants: readonly OwnGrant[] }) {
  const t = await getTranslations('account.waiting')
  const words = await getTranslations('words.role')
  const what = ({ kind, role, storeCode }: OwnGrant) => {
    if (kind !== 'role' || !role) return t('return')
    return t('role', { role: roleText(words(role), storeCode) })
  }
  if (grants.length === 0) return null
  return (
    <Panel title={t('title')} className="border-warn">
      <p className="mb-4 text-quiet">{t('lead')}</p>
      <ul>
        {grants.map((grant) => (
          <li
            key={grant.id}
            className={
              'flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line ' +
              'py-3 last:border-0'
            }
          >
            <span className="min-w-0">
              {t('line', { what: what(grant), name: grant.askedByName })}
            </span>
            {grant.code ? (
              <span>
                <span className="text-sm text-quiet">{t('code')} </span>
                <strong className="font-mono text-lg" data-testid="owner-code">
                  {grant.code}
                </strong>
              </span>
            ) : (
              <span className="text-sm text-quiet">{t('passwordFirst')}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
