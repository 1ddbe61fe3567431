import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RulebookSettingForm } from '@/components/rules/setting-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Link } from '@/components/shell/link'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersNamed } from '@/lib/carriers/queries'
import { rulebooks } from '@/lib/carriers/rulebook/queries'
import { type CarrierRule, isStale } from '@/lib/carriers/rulebook/rules'
import { rulebookSetting } from '@/lib/carriers/rulebook/setting'
import { fingerprint } from '@/lib/db/audit'
import { readSetting } from '@/lib/db/setting'
import { dayOf } from '@/lib/domain/days'
import { nameIn } from '@/lib/i18n/bilingual'
import { saveRulebookSetting } from './[code]/rules/actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.carrier')
  return { title: t('title') }
}

/** All carriers, and how many of their rules have to be checked again. */
export default async function CarriersPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const [t, rulesText, locale, carriers, books, setting] = await Promise.all([
    getTranslations('settings.carrier'),
    getTranslations('rules'),
    getLocale(),
    carriersNamed(),
    rulebooks(),
    readSetting(rulebookSetting),
  ])
  const today = dayOf(new Date())
  const rulesOf = (code: string) => books.get(code) ?? []
  const isOld = (rule: CarrierRule) => isStale(rule, today, setting.staleAfterDays)
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={(await searchParams).saved} />
      <div className="grid gap-6">
        <Panel>
          <Records
            label={t('title')}
            from="narrow"
            rows={carriers}
            keyOf={({ code }) => code}
            columns={[
              {
                name: 'name',
                title: t('name'),
                cell: (carrier) => (
                  <Link href={`/carriers/${carrier.code}`} className="text-accent underline">
                    {nameIn(locale, carrier)}
                  </Link>
                ),
              },
              {
                name: 'rules',
                title: rulesText('title'),
                cell: ({ code }) => (
                  <Link href={`/carriers/${code}/rules`} className="text-accent underline">
                    {rulesText('count', { count: rulesOf(code).length })}
                  </Link>
                ),
              },
              {
                name: 'old',
                title: rulesText('stale'),
                cell: ({ code }) => {
                  const count = rulesOf(code).filter(isOld).length
                  return count > 0 && <Badge tone="warn">{rulesText('toCheck', { count })}</Badge>
                },
              },
            ]}
          />
        </Panel>
        <Panel>
          <RulebookSettingForm
            action={saveRulebookSetting}
            seen={fingerprint(setting)}
            staleAfterDays={setting.staleAfterDays}
            label={rulesText('staleAfterDays')}
            hint={rulesText('staleAfterDaysHint')}
          />
        </Panel>
      </div>
    </div>
  )
}
