import { getLocale, getTranslations } from 'next-intl/server'
import { InlineScript } from '@/components/shell/inline-script'
import { PlainLink } from '@/components/shell/plain-link'
import { caseQuery } from '@/components/stores/asked'
import { Button, buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { type Path, availabilityOf, carriersAndRegions } from '@/lib/carriers/queries'
import { pathAddress } from '@/lib/guide/address'
import { pageScript } from '@/lib/guide/page-script.mjs'
import type { GuideContent } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { customerDates } from '@/lib/i18n/dates'
import { Availability } from './availability'
import { Checklist } from './checklist'
import type { ChosenPlace } from './chosen-place'
import { Practice } from './practice'
import { RichText } from './rich-text'
import { StepList } from './step-list'
import { TextList } from './text-list'
import { WhereForm } from './where-form'

type Props = Path & {
  title: string
  content: GuideContent
  published: { number: number; publishedAt: Date } | null
  chosen: ChosenPlace | null
}

/**
 * A guide's page as customers read it; `published`: which version it is and since when, null for a
 * preview of what nobody has published yet.
 */
export async function PathGuide({ cardType, channel, title, content, published, chosen }: Props) {
  const locale = await getLocale()
  const dates = customerDates(locale, new Date())
  const t = await getTranslations('guide')
  const questions = await getTranslations('questions')
  const [availability, { carriers, regions }] = await Promise.all([
    availabilityOf(cardType, channel),
    carriersAndRegions(),
  ])
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
            {published && (
              <span className="ml-4">
                {t('revision', {
                  number: published.number,
                  date: dates.day(published.publishedAt),
                })}
              </span>
            )}
          </p>
        </div>
      </div>
      <InlineScript>{pageScript}</InlineScript>
    </>
  )
}

/** To the stores that can do it, for the carrier and home region that are chosen. */
async function StoresLink({ cardType, chosen }: Pick<Props, 'cardType' | 'chosen'>) {
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
