import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CarrierForm } from '@/components/settings/carrier-form'
import { ObligationsForm } from '@/components/settings/obligations-form'
import { OffersForm } from '@/components/settings/offers-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carrierSettings, carriersAndRegions } from '@/lib/carriers/queries'
import { fingerprint } from '@/lib/db/audit'
import { materialNames } from '@/lib/guide/queries/published'
import { nameIn } from '@/lib/i18n/bilingual'
import { saveCarrier, saveObligations, saveOffers } from '../actions'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ saved?: string }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const t = await getTranslations('settings.carrier')
  return { title: `${t('title')} ${(await params).code.slice(0, 40)}` }
}

/** A carrier: terms, offered paths, obligations. */
export default async function CarrierPage({ params, searchParams }: Props) {
  await requireViewer('settings.edit')
  const { code } = await params
  const t = await getTranslations('settings.carrier')
  const locale = await getLocale()
  const [found, { regions }, materials] = await Promise.all([
    carrierSettings(code),
    carriersAndRegions(),
    materialNames(locale),
  ])
  if (!found) notFound()
  const { carrier, offered, obligations } = found
  const values = (seen: object) => ({ $code: code, $seen: fingerprint(seen) })
  const { position: _, code: __, ...settings } = carrier
  return (
    <>
      <PageHeading title={nameIn(locale, carrier)} lead={code} />
      <SavedNotice saved={(await searchParams).saved} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Panel title={t('policy')}>
            <CarrierForm
              key={fingerprint(carrier)}
              action={saveCarrier}
              values={values(carrier)}
              carrier={settings as Parameters<typeof CarrierForm>[0]['carrier']}
              materials={Object.entries(materials).map(([id, name]) => ({ id, name }))}
            />
          </Panel>
        </div>
        <div className="grid gap-6">
          <Panel title={t('offers')}>
            <OffersForm
              key={fingerprint(offered)}
              action={saveOffers}
              values={values(offered)}
              regions={regions.map((region) => ({
                code: region.code,
                name: nameIn(locale, region),
              }))}
              offered={Object.keys(offered)}
            />
          </Panel>
          <Panel title={t('obligations')}>
            <ObligationsForm
              key={fingerprint(obligations)}
              action={saveObligations}
              values={values(obligations)}
              items={Object.entries(obligations).map(([item, { position: ___, ...row }]) => ({
                code: item,
                ...row,
              }))}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}
