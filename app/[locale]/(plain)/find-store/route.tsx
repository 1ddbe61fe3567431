import { getLocale, getTranslations } from 'next-intl/server'
import { InlineScript } from '@/components/shell/inline-script'
import { PlainLink } from '@/components/shell/plain-link'
import { type Asked, askedIn, cardTypeOf, caseQuery } from '@/components/stores/asked'
import { FinderForm } from '@/components/stores/finder-form'
import { StoreItem } from '@/components/stores/store-item'
import { placeKeys } from '@/components/stores/store-place'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { type Named, carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import { finderScript } from '@/lib/stores/finder-script.mjs'
import { type PublicStore, canServe, openStores } from '@/lib/stores/queries/serving'
import { plainPage } from '../plain-page'

type Context = { params: Promise<{ locale: string }> }

/** More on one page would be too long to read, and to send to a phone. */
const mostStores = 200

export async function GET({ url }: Request, { params }: Context) {
  return plainPage((await params).locale, '/find-store', async () => {
    const [t, stores, { carriers, regions }] = await Promise.all([
      getTranslations('stores'),
      openStores(),
      carriersAndRegions(),
    ])
    const places = stores.flatMap(placeKeys)
    const asked = askedIn(new URL(url).searchParams, { carriers, regions, places })
    return {
      title: t('title'),
      description: t('lead'),
      body: <Finder {...{ asked, stores, carriers, regions }} />,
    }
  })
}

type Props = {
  asked: Asked
  stores: readonly PublicStore[]
  carriers: readonly Named[]
  regions: readonly Named[]
}

/** Which store can do it, and where it is (P11, P13). */
async function Finder({ asked, stores, carriers, regions }: Props) {
  const [t, locale] = await Promise.all([getTranslations('stores'), getLocale()])
  const able = await storesFor(asked, stores)
  const found = able.filter((store) => !asked.place || placeKeys(store).includes(asked.place))
  const carrier = asked.carrier ? await carrierByCode(asked.carrier) : null
  const now = new Date()
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        <Panel>
          <FinderForm asked={asked} carriers={carriers} regions={regions} stores={stores} />
          {!(asked.carrier && asked.region) && (
            <p className="mt-3 text-sm text-quiet">{t('narrow')}</p>
          )}
        </Panel>
        {asked.card === 'lost' && <Notice title={t('lost')}>{t('lostText')}</Notice>}
        <section aria-labelledby="found">
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id="found" className="text-lg font-bold">
              {t('found', { count: found.length })}
            </h2>
            {found.some(({ latitude }) => latitude !== null) && found.length <= mostStores && (
              <Nearest />
            )}
          </div>
          <p data-nearest-said="" role="status" className="mb-2 empty:mb-0" />
          {found.length === 0 && (
            <Panel>
              <EmptyState
                title={
                  carrier
                    ? t('noneOf', { carrier: nameIn(locale, carrier), hotline: carrier.hotline })
                    : t('noneText')
                }
              >
                {asked.place && able.length > 0 && (
                  <PlainLink
                    href={`/find-store${caseQuery(asked)}`}
                    className="text-accent underline"
                  >
                    {t('elsewhere', { count: able.length })}
                  </PlainLink>
                )}
              </EmptyState>
            </Panel>
          )}
          {found.length > mostStores ? (
            <p>{t('tooMany')}</p>
          ) : (
            <ol data-stores="" className="grid gap-3">
              {found.map((store) => (
                <StoreItem
                  key={store.code}
                  store={store}
                  regions={regions}
                  query={caseQuery(asked)}
                  now={now}
                />
              ))}
            </ol>
          )}
        </section>
      </div>
      <InlineScript>{finderScript}</InlineScript>
    </>
  )
}

/**
 * Which stores can do what the case needs; without its home region, those that serve its carrier.
 */
async function storesFor({ carrier, region, card }: Asked, stores: readonly PublicStore[]) {
  if (!carrier) return stores
  if (!region)
    return stores.filter(({ carriers }) => carriers.length === 0 || carriers.includes(carrier))
  const rules = await rulebookOf(carrier)
  const about = { carrier, region, cardType: cardTypeOf(card), channel: 'in_store' } as const
  return stores.filter((store) => canServe(rules, about, store))
}

/** Sorts the stores by distance; shown by the page's script, without which it could do nothing. */
async function Nearest() {
  const t = await getTranslations('stores.nearest')
  return (
    <Button
      type="button"
      look="secondary"
      hidden
      data-nearest=""
      data-asking={t('asking')}
      data-sorted={t('sorted')}
      data-refused={t('refused')}
      data-failed={t('failed')}
      data-near={t('near')}
      data-far={t('far', { km: '{km}' })}
    >
      {t('button')}
    </Button>
  )
}
