import { getLocale, getTranslations } from 'next-intl/server'
import { InlineScript } from '@/components/shell/inline-script'
import { PlainLink } from '@/components/shell/plain-link'
import { Availability } from '@/components/guide/availability'
import { Checklist } from '@/components/guide/checklist'
import { Practice } from '@/components/guide/practice'
import { RichText } from '@/components/guide/rich-text'
import { StepList } from '@/components/guide/step-list'
import { TextList } from '@/components/guide/text-list'
import { WhereForm } from '@/components/guide/where-form'
import { caseQuery } from '@/components/stores/asked'
import { Button, buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import {
  type Path,
  availabilityOf,
  carrierByCode,
  carriersAndRegions,
  pathsOffered,
} from '@/lib/carriers/queries'
import { pathAddress, pathAt } from '@/lib/guide/address'
import { pageScript } from '@/lib/guide/page-script.mjs'
import { generalGuide, guideFor } from '@/lib/guide/queries/published'
import { inLocale } from '@/lib/i18n/bilingual'
import type { CardType } from '@/lib/domain/coded-values'
import { plainPage } from '../../../plain-page'
import { customerDates } from '@/lib/i18n/dates'

type Context = { params: Promise<{ locale: string; cardType: string; channel: string }> }
type Guide = Awaited<ReturnType<typeof generalGuide>>
type Chosen = Awaited<ReturnType<typeof chosenBy>>

export async function GET({ url }: Request, { params }: Context) {
  const asked = await params
  return plainPage(asked.locale, `/guide/${asked.cardType}/${asked.channel}`, async () => {
    const path = pathAt(asked.cardType, asked.channel)
    if (!path) return null
    const { cardType, channel } = path
    const { searchParams } = new URL(url)
    const chosen = await chosenBy(searchParams.get('carrier'), searchParams.get('region'))
    const guide = chosen
      ? await guideFor(cardType, channel, chosen.carrier.code, chosen.region.code)
      : await generalGuide(cardType, channel)
    if (!guide) return null
    const words = await getTranslations('words')
    const t = await getTranslations('guide')
    const title = `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`
    return {
      title,
      description: t('pathDescription', { path: title }),
      body: <PathGuide {...path} title={title} guide={guide} chosen={chosen} />,
    }
  })
}

async function PathGuide({
  cardType,
  channel,
  title,
  guide,
  chosen,
}: Path & { title: string; guide: NonNullable<Guide>; chosen: Chosen }) {
  const locale = await getLocale()
  const dates = customerDates(locale, new Date())
  const t = await getTranslations('guide')
  const questions = await getTranslations('questions')
  const [availability, { carriers, regions }] = await Promise.all([
    availabilityOf(cardType, channel),
    carriersAndRegions(),
  ])
  const { content } = guide
  return (
    <>
      <PageHeading
        title={title}
        lead={<RichText locale={locale}>{inLocale(locale, content.intro)}</RichText>}
      >
        <Button type="button" look="secondary" className="no-print" data-print="">
          {t('printChecklist')}
        </Button>
      </PageHeading>
      <div className="grid gap-6 print:gap-2">
        <div className="no-print grid gap-6">
          <Panel title={t('sections.where')}>
            <WhereForm
              cardType={cardType}
              channel={channel}
              carriers={carriers}
              regions={regions}
              chosen={chosen}
            />
          </Panel>
          {channel === 'in_store' && <StoresLink cardType={cardType} chosen={chosen} />}
          {chosen && <Practice {...chosen} cardType={cardType} channel={channel} />}
          <Panel title={t('sections.whereAll')}>
            <Availability availability={availability} carriers={carriers} regions={regions} />
          </Panel>
          <Panel id="reasons" title={t('sections.why')}>
            <TextList section="reasons" items={content.reasons} columns />
          </Panel>
        </div>
        <Panel
          id="materials"
          title={t('sections.bring')}
          aside={<span className="no-print text-sm text-quiet">{t('checklistHint')}</span>}
        >
          <Checklist path={pathAddress(cardType, channel)} materials={content.materials} />
        </Panel>
        <div className="no-print grid gap-6">
          <Panel id="steps" title={t('sections.steps')}>
            <StepList
              steps={content.steps.filter((step) => step.audience === 'customer')}
              numbered
            />
          </Panel>
          <Panel title={t('sections.desk')}>
            <StepList steps={content.steps.filter((step) => step.audience === 'desk')} />
          </Panel>
          <Panel id="aftercare" title={t('sections.after')}>
            <TextList section="aftercare" items={content.aftercare} columns />
          </Panel>
          <Panel title={t('ask')}>
            <p>{t('askText')}</p>
            <p className="mt-2">
              <PlainLink href="/ask" className="text-accent underline">
                {questions('askHere')}
              </PlainLink>
            </p>
          </Panel>
          <p className="text-sm text-quiet">
            <PlainLink href="/guide" className="text-accent underline">
              {t('backToStart')}
            </PlainLink>
            <span className="ml-4">
              {t('revision', {
                number: guide.number,
                date: dates.day(guide.publishedAt),
              })}
            </span>
          </p>
        </div>
      </div>
      <InlineScript>{pageScript}</InlineScript>
    </>
  )
}

/** To the stores that can do it, for the carrier and home region that are chosen. */
async function StoresLink({ cardType, chosen }: { cardType: CardType; chosen: Chosen }) {
  const t = await getTranslations('stores')
  const query = caseQuery({
    carrier: chosen?.carrier.code ?? '',
    region: chosen?.region.code ?? '',
    card: cardType,
  })
  return (
    <p>
      <PlainLink href={`/find-store${query}`} className={buttonClass('secondary')}>
        {t('which')}
      </PlainLink>
    </p>
  )
}

/** The selected carrier and home region; null until both are valid. */
async function chosenBy(code: string | null, place: string | null) {
  if (!code || !place) return null
  const [carrier, { regions }] = await Promise.all([carrierByCode(code), carriersAndRegions()])
  const region = regions.find((one) => one.code === place)
  return carrier && region
    ? {
        carrier,
        region,
        hotline: carrier.hotline,
        offered: await pathsOffered(carrier.code, region.code),
      }
    : null
}
