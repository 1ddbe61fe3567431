import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CarrierForm } from '@/components/settings/carrier-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carrierSettings, restingOnObligations, waitedFor } from '@/lib/carriers/queries'
import { fingerprint } from '@/lib/db/audit'
import { materialNames } from '@/lib/guide/queries/published'
import { nameIn } from '@/lib/i18n/bilingual'
import { saveCarrier } from '../actions'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ saved?: string; tab?: string }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const t = await getTranslations('settings.carrier')
  return { title: `${t('title')} ${(await params).code.slice(0, 40)}` }
}

/** A carrier: terms and obligations; its rulebook has a page of its own. */
export default async function CarrierPage({ params, searchParams }: Props) {
  await requireViewer('settings.edit')
  const { code } = await params
  const { saved, tab } = await searchParams
  const locale = await getLocale()
  const [found, materials, rules] = await Promise.all([
    carrierSettings(code),
    materialNames(locale),
    getTranslations('rules'),
  ])
  if (!found) notFound()
  const { carrier, obligations } = found
  const seen = fingerprint(found)
  const { position: _, code: __, ...settings } = carrier
  const [resting, waiting] = await Promise.all([
    restingOnObligations(code),
    waitedFor(code, Object.keys(obligations)),
  ])
  return (
    <>
      <PageHeading title={nameIn(locale, carrier)} lead={code}>
        <Link href={`/carriers/${code}/rules`} className={buttonClass('secondary')}>
          {rules('open')}
        </Link>
      </PageHeading>
      <SavedNotice saved={saved} />
      <Panel>
        <CarrierForm
          key={seen}
          action={saveCarrier}
          tab={tab}
          values={{ $code: code, $seen: seen, $confirmed: fingerprint(resting) }}
          resting={resting}
          waiting={waiting.map(({ of = '', count, example: newest }) => ({ of, count, newest }))}
          carrier={settings as Parameters<typeof CarrierForm>[0]['carrier']}
          materials={Object.entries(materials).map(([id, name]) => ({ id, name }))}
          obligations={Object.entries(obligations).map(([item, { position: ___, ...row }]) => ({
            code: item,
            ...row,
          }))}
        />
      </Panel>
    </>
  )
}
