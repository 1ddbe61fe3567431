import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveStatus } from '@/components/live/live-status'
import { CodePanel } from '@/components/status/acts/code-panel'
import { CustomerActs } from '@/components/status/acts/customer-acts'
import { StatusPanels } from '@/components/status/status-panels'
import { Notice } from '@/components/ui/notice'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { statusPassFor } from '@/lib/auth/status-pass'
import { statusOf } from '@/lib/cancellation/queries/status'
import { carrierByCode } from '@/lib/carriers/queries'
import { publishedRevision } from '@/lib/guide/queries/published'
import { redirect } from '@/lib/i18n/redirect'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { questionsOfRequest } from '@/lib/questions/queries'
import { storeByCode } from '@/lib/stores/queries/stores'
import { leave } from '../actions'
import { askForCode, duty, enterCode, note, submit, supply, takeAway, withdraw } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title'), robots: { index: false } }
}

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string }> }

/**
 * Where the request is, what happens next and when, and whether it can still be stopped: on one
 * screen.
 */
export default async function RequestStatusPage({ params, searchParams }: Props) {
  const reference = readReference((await params).reference) ?? ''
  const pass = await statusPassFor(reference)
  const view = pass && (await statusOf(reference, pass === 'slip', new Date()))
  if (!view)
    return redirect({
      href: `/status?reference=${encodeURIComponent(reference)}`,
      locale: await getLocale(),
    })
  const t = await getTranslations('status')
  const live = await getTranslations('live')
  const [store, carrier, { content }] = await Promise.all([
    storeByCode(view.store),
    carrierByCode(view.carrier),
    publishedRevision(view.revisionId),
  ])
  return (
    <>
      <PageHeading
        title={
          <>
            {t('heading')} <span className="whitespace-nowrap">{groupReference(reference)}</span>
          </>
        }
        lead={
          view.numberMasked
            ? t('number', { number: `${view.numberMasked} · ${view.holderMasked}` })
            : undefined
        }
      >
        <form action={leave}>
          <input type="hidden" name="reference" value={reference} />
          <Button look="secondary">{t('leave')}</Button>
        </form>
      </PageHeading>
      <LiveStatus
        reference={reference}
        version={view.version}
        text={live('requestChanged')}
        button={live('show')}
      />
      {(await searchParams).done && (
        <Notice tone="good" role="status" className="mb-6" title={t('acts.received')} />
      )}
      <StatusPanels
        view={view}
        store={store}
        carrier={carrier}
        steps={content.steps}
        receiptInReach={pass === 'slip'}
        questions={pass === 'slip' ? await questionsOfRequest(view.id, new Date()) : []}
      >
        {view.acts ? (
          <CustomerActs
            view={view}
            acts={view.acts}
            steps={content.steps}
            actions={{ withdraw, supply, submit, note, takeAway, duty }}
          />
        ) : (
          <CodePanel
            reference={reference}
            reachable={view.reachable}
            askForCode={askForCode}
            enterCode={enterCode}
          />
        )}
      </StatusPanels>
    </>
  )
}
