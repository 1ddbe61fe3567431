import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OnlineClosed } from '@/components/requests/online-closed'
import { PreflightForm } from '@/components/requests/preflight/preflight-form'
import { PreflightSheet } from '@/components/requests/preflight/preflight-sheet'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { counterCheck } from '@/lib/cancellation/rules/counter-check'
import { policyAt } from '@/lib/cancellation/queries/policy'
import { cardTypes, channels, circumstances, relations } from '@/lib/domain/coded-values'
import { carrierByCode, pathsOffered } from '@/lib/carriers/queries'
import { guideFor } from '@/lib/guide/queries/published'
import { storesOfStaff } from '@/lib/stores/queries/stores'
import { recordOptions } from '../record-options'

type Asked = {
  cardType?: string
  channel?: string
  carrier?: string
  region?: string
  relation?: string
  keep?: string
  open?: string | string[]
  special?: string | string[]
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('preflight')
  return { title: t('title') }
}

const oneOf = <T extends string>(list: readonly T[], value: string | undefined) =>
  list.find((candidate) => candidate === value)

/** What can be checked before taking any document; nothing is stored, so no consent is needed. */
export default async function PreflightPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const viewer = await requireViewer('request.open')
  const query = await searchParams
  const t = await getTranslations('preflight')
  const [options, stores, carrier] = await Promise.all([
    recordOptions(viewer, await getLocale()),
    storesOfStaff(viewer.memberships),
    carrierByCode(String(query.carrier ?? '')),
  ])
  const cardType = oneOf(cardTypes, query.cardType)
  const channel = oneOf(channels, query.channel)
  const relation = oneOf(relations, query.relation) ?? 'self'
  const region = options.regions.find(({ code }) => code === query.region)
  const openObligations = [query.open ?? []]
    .flat()
    .filter((code) => carrier?.obligations.some((obligation) => obligation.code === code))
  const special = circumstances.filter((circumstance) =>
    [query.special ?? []].flat().includes(circumstance),
  )
  const store = stores[0]
  const path =
    cardType && channel && carrier && region
      ? { cardType, channel, carrier: carrier.code, region: region.code }
      : null
  const [policy, guide, paths] =
    path && store
      ? await Promise.all([
          policyAt(store.id, path),
          guideFor(path.cardType, path.channel, path.carrier, path.region),
          pathsOffered(path.carrier, path.region),
        ])
      : [null, null, []]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel className="no-print">
          <PreflightForm
            options={options}
            asked={{ ...query, relation, open: openObligations, special }}
            obligations={carrier?.obligations ?? []}
          />
        </Panel>
        {path && policy && guide && store && carrier && region && (
          <div className="grid gap-4">
            {path.channel === 'online' && <OnlineClosed rules={policy} now={new Date()} />}
            <PreflightSheet
              verdict={counterCheck(policy, {
                relation,
                keepNumber: query.keep === 'true',
                openObligations,
              })}
              path={path}
              store={store}
              carrier={carrier}
              region={region.name}
              relation={relation}
              circumstances={special}
              materials={guide.content.materials}
              clear={carrier.obligations.filter(({ code }) => openObligations.includes(code))}
              instead={policy.offered ? [] : paths}
            />
          </div>
        )}
      </div>
    </>
  )
}
