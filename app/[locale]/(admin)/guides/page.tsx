import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NarrowForm } from '@/components/guide-editor/narrow-form'
import { WhichGuide } from '@/components/guide-editor/which-guide'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { isCardType, isChannel } from '@/lib/domain/coded-values'
import { narrowingWords } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { allGuides } from '@/lib/guide/queries/editing'
import { inheritanceStates } from '@/lib/guide/queries/inheritance'
import { guideResolution } from '@/lib/guide/queries/resolution'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { narrow } from './actions'
import { staffDates } from '@/lib/i18n/dates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('heading') }
}

/** All guides: the four general ones, and the narrower ones. */
export default async function GuidesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  await requireViewer('guide.edit')
  const t = await getTranslations('guides')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const [guides, { carriers, regions }, inheritance] = await Promise.all([
    allGuides(),
    carriersAndRegions(),
    inheritanceStates(),
  ])
  const behind = await getTranslations('inheritance')
  const query = await searchParams
  const selection = {
    cardType: isCardType(query.cardType ?? '') ? (query.cardType as 'sim') : 'sim',
    channel: isChannel(query.channel ?? '') ? (query.channel as 'online') : 'in_store',
    carrier: carriers.find(({ code }) => code === query.carrier)?.code ?? carriers[0]?.code ?? '',
    region: regions.find(({ code }) => code === query.region)?.code ?? regions[0]?.code ?? '',
  } as const
  const named = (list: typeof carriers) =>
    list.map((one) => ({ code: one.code, name: nameIn(locale, one) }))
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('heading')} lead={t('lead')} />
      <Panel className="mb-6">
        <ul>
          {guides.map(
            ({ id, cardType, channel, carrier, region, revision, drafted, retired, plannedAt }) => (
              <li
                key={id}
                className={
                  'flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line ' +
                  'py-1.5 last:border-0'
                }
              >
                <Link
                  href={`/guides/${id}`}
                  className="w-full font-semibold text-accent underline sm:w-auto"
                >
                  {words(`cardType.${cardType}`)} · {words(`channel.${channel}`)}
                </Link>
                <span>
                  {narrowingWords(locale, { carrier, region }, { carriers, regions }) ||
                    t('everyone')}
                </span>
                <span className="text-quiet">
                  {revision ? t('revision', { number: revision }) : t('notLive')}
                </span>
                {drafted && (
                  <Badge tone="warn">
                    {plannedAt
                      ? t('plannedShort', { time: staffDates.moment(plannedAt) })
                      : t('drafted')}
                  </Badge>
                )}
                {!retired && inheritance.get(id) === 'behind' && (
                  <Badge tone="warn">{behind('badge')}</Badge>
                )}
                {retired && <Badge tone="quiet">{t('retired')}</Badge>}
              </li>
            ),
          )}
        </ul>
      </Panel>
      <WhichGuide
        carriers={carriers}
        regions={regions}
        asked={selection}
        rungs={
          await guideResolution(
            selection.cardType,
            selection.channel,
            selection.carrier,
            selection.region,
          )
        }
      />
      <Panel title={t('narrowTitle')}>
        <NarrowForm action={narrow} carriers={named(carriers)} regions={named(regions)} />
      </Panel>
    </div>
  )
}
