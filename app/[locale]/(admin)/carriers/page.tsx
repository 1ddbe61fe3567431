import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeading, Panel } from '@/components/ui/panel'
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
        <ul>
          {carriers.map((carrier) => (
            <li
              key={carrier.code}
              className="flex min-h-11 items-center gap-4 border-b border-line last:border-0"
            >
              <Link
                href={`/carriers/${carrier.code}`}
                className="font-semibold text-accent underline"
              >
                {nameIn(locale, carrier)}
              </Link>
              <span className="text-quiet">{carrier.code}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
