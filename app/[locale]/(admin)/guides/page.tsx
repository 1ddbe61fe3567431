import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NarrowForm } from '@/components/guide-editor/narrow-form'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { allGuides } from '@/lib/guide/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/lib/i18n/navigation'
import { narrow } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('heading') }
}

/** All guides: the four for everyone, and the narrower ones. */
export default async function GuidesPage() {
  await requireViewer('guide.edit')
  const t = await getTranslations('guides')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const [guides, { carriers, regions }] = await Promise.all([allGuides(), carriersAndRegions()])
  const named = (list: typeof carriers) => list.map((one) => ({ code: one.code, name: nameIn(locale, one) }))
  const nameOf = (list: typeof carriers, code: string | null) => (code ? (named(list).find((one) => one.code === code)?.name ?? code) : null)
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('heading')} lead={t('lead')} />
      <Panel className="mb-6">
        <ul>
          {guides.map(({ id, cardType, channel, carrier, region, revision, drafted }) => (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5 last:border-0">
              <Link href={`/guides/${id}`} className="font-semibold text-accent underline">{words(`cardType.${cardType}`)} · {words(`channel.${channel}`)}</Link>
              <span>{[nameOf(carriers, carrier), nameOf(regions, region)].filter(Boolean).join(' · ') || t('everyone')}</span>
              <span className="text-quiet">{revision ? t('revision', { number: revision }) : t('notLive')}</span>
              {drafted && <Badge tone="warn">{t('drafted')}</Badge>}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('narrowTitle')}><NarrowForm action={narrow} carriers={named(carriers)} regions={named(regions)} /></Panel>
    </div>
  )
}
