import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.carrier')
  return { title: t('title') }
}

/** All carriers. */
export default async function CarriersPage() {
  await requireViewer('settings.edit')
  const t = await getTranslations('settings.carrier')
  const locale = await getLocale()
  const { carriers } = await carriersAndRegions()
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
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
              name: 'code',
              title: t('code'),
              card: 'right',
              cell: ({ code }) => <span className="text-quiet">{code}</span>,
            },
          ]}
        />
      </Panel>
    </div>
  )
}
