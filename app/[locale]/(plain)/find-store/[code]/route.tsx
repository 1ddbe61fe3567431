import { getLocale, getTranslations } from 'next-intl/server'
import { InlineScript } from '@/components/shell/inline-script'
import { PlainLink } from '@/components/shell/plain-link'
import { type Asked, askedIn, cardTypeOf, caseQuery } from '@/components/stores/asked'
import { MapLinkList } from '@/components/stores/map-link-list'
import { nowText, todayText, weekText, written } from '@/components/stores/opening-text'
import { QuietTimes } from '@/components/stores/quiet-times'
import { placeText } from '@/components/stores/store-place'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { type Named, carriersAndRegions } from '@/lib/carriers/queries'
import { addDays, dayOf, timeOf } from '@/lib/domain/days'
import { pathAddress } from '@/lib/guide/address'
import { pageScript } from '@/lib/guide/page-script.mjs'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { customerDates } from '@/lib/i18n/dates'
import { type StoreHours, exceptionsFrom, hoursOnDay } from '@/lib/stores/hours'
import { phoneLink } from '@/lib/stores/map-links'
import { type PublicStore, publicStoreByCode } from '@/lib/stores/queries/serving'
import { storeCode } from '@/lib/stores/schemas'
import { quietHoursOf } from '@/lib/visits/queries'
import { plainPage } from '../../plain-page'

type Context = { params: Promise<{ locale: string; code: string }> }

/** Exceptions further ahead are of no use to somebody who is about to come. */
const daysAhead = 60

export async function GET({ url }: Request, { params }: Context) {
  const { locale, code } = await params
  return plainPage(locale, `/find-store/${encodeURIComponent(code)}`, async () => {
    const [t, store, { carriers, regions }] = await Promise.all([
      getTranslations('stores'),
      storeCode.test(code) ? publicStoreByCode(code) : null,
      carriersAndRegions(),
    ])
    if (!store) return null
    const name = nameIn(await getLocale(), store)
    const asked = askedIn(new URL(url).searchParams, { carriers, regions, places: [] })
    return {
      title: name,
      description: t('storeDescription', { store: name }),
      body: store.closed ? (
        <ClosedStore name={name} />
      ) : (
        <Store {...{ store, name, asked, carriers, regions }} />
      ),
    }
  })
}

async function ClosedStore({ name }: { name: string }) {
  const t = await getTranslations('stores')
  return (
    <>
      <PageHeading title={name} />
      <Notice tone="warn" title={t('closed')}>
        <PlainLink href="/find-store" className="text-accent underline">
          {t('title')}
        </PlainLink>
      </Notice>
    </>
  )
}

type Props = {
  store: PublicStore
  name: string
  asked: Asked
  carriers: readonly Named[]
  regions: readonly Named[]
}

/** One store: how to get there, when it is open and quiet, what to bring. */
async function Store({ store, name, asked, carriers, regions }: Props) {
  const [t, words, guide, locale] = await Promise.all([
    getTranslations('stores'),
    getTranslations('words'),
    getTranslations('guide'),
    getLocale(),
  ])
  const { hours } = store
  const address = inLocale(locale, { zh: store.addressZh, en: store.addressEn })
  const served = store.carriers.length
    ? carriers.filter(({ code }) => store.carriers.includes(code))
    : carriers
  const bring = new URLSearchParams({
    carrier: asked.carrier || store.carrier || '',
    region: asked.region || store.region,
  })
  return (
    <>
      <PageHeading title={name} lead={placeText(locale, store, regions)}>
        <Button type="button" look="secondary" data-print="">
          {t('print')}
        </Button>
      </PageHeading>
      <div className="grid gap-6">
        <Panel title={t('way')}>
          <p className="text-lg">{address}</p>
          <p className="mb-3">
            <a
              href={phoneLink(store.phone)}
              className="inline-flex min-h-11 items-center text-lg text-accent underline"
            >
              <span className="sr-only">{t('call')}</span>
              {store.phone}
            </a>
          </p>
          <MapLinkList {...store} name={name} address={address} />
        </Panel>
        <Panel title={words('openingHours.hours')}>
          {hours ? <Hours hours={hours} /> : <p>{t('hoursUnknown')}</p>}
        </Panel>
        {hours && <Quiet code={store.code} hours={hours} />}
        <Panel title={t('can')}>
          <p>
            {t(`kind.${store.kind}`)}
            {words('colon')}
            {served.map((carrier) => nameIn(locale, carrier)).join(words('enumerationComma'))}
          </p>
          <p className="mt-1 text-sm text-quiet">{t('canHint')}</p>
          <p className="mt-3 flex flex-wrap gap-2 no-print">
            <PlainLink
              href={`${pathAddress(cardTypeOf(asked.card), 'in_store')}?${bring}#materials`}
              className={buttonClass('primary')}
            >
              {guide('sections.bring')}
            </PlainLink>
            <PlainLink href={`/find-store${caseQuery(asked)}`} className={buttonClass('secondary')}>
              {t('others')}
            </PlainLink>
          </p>
        </Panel>
      </div>
      <InlineScript>{pageScript}</InlineScript>
    </>
  )
}

async function Quiet({ code, hours }: { code: string; hours: StoreHours }) {
  const quiet = await quietHoursOf(code, hours, dayOf(new Date()))
  if (!quiet) return null
  const t = await getTranslations('stores.quiet')
  return (
    <Panel title={t('title')}>
      <QuietTimes quiet={quiet} />
    </Panel>
  )
}

/** Now, today, the usual week, and the days that differ. */
async function Hours({ hours }: { hours: StoreHours }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('stores'),
    getTranslations('words'),
    getLocale(),
  ])
  const now = new Date()
  const moment = { day: dayOf(now), time: timeOf(now) }
  const dayText = customerDates(locale, now).day
  const said = nowText(hours, moment, words, dayText)
  const today = hoursOnDay(hours, moment.day)
  const ahead = addDays(moment.day, daysAhead)
  const exceptions = exceptionsFrom(hours, moment.day).filter(({ from }) => from <= ahead)
  return (
    <>
      <p className="text-lg font-semibold no-print">{said}</p>
      {today && said !== todayText(hours, moment, words, dayText) && (
        <p className="no-print">{words('openingHours.today', { hours: written(today) })}</p>
      )}
      <p className="mt-2">{weekText(hours, locale, words)}</p>
      {exceptions.length > 0 && (
        <>
          <h3 className="mt-3 font-semibold">{t('exceptions')}</h3>
          <ul>
            {exceptions.map(({ from, to, hours: span }) => (
              <li key={from}>
                {from === to
                  ? dayText(from)
                  : words('openingHours.days', { first: dayText(from), last: dayText(to) })}{' '}
                {span ? written(span) : words('openingHours.closed')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
