import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { StatusPanels } from '@/components/status/status-panels'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { statusPassFor } from '@/lib/auth/status-pass'
import { statusOf } from '@/lib/cancellation/queries/status'
import { publishedRevision } from '@/lib/guide/queries/published'
import { redirect } from '@/lib/i18n/navigation'
import { groupReference, readReference } from '@/lib/identifiers/reference'
import { storeByCode } from '@/lib/stores/queries/stores'
import { leave } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title'), robots: { index: false } }
}

/** Where is it, what happens next, by when, can it still be stopped: one screen. */
export default async function RequestStatusPage({ params }: { params: Promise<{ reference: string }> }) {
  const reference = readReference((await params).reference) ?? ''
  const pass = await statusPassFor(reference)
  const view = pass && (await statusOf(reference))
  if (!view) return redirect({ href: `/status?reference=${encodeURIComponent(reference)}`, locale: await getLocale() })
  const t = await getTranslations('status')
  const [store, { content }] = await Promise.all([storeByCode(view.store), publishedRevision(view.revisionId)])
  return (
    <>
      <PageHeading title={<>{t('heading')} <span className="whitespace-nowrap">{groupReference(reference)}</span></>} lead={view.numberMasked ? t('number', { number: `${view.numberMasked} · ${view.holderMasked}` }) : undefined}>
        <form action={leave}>
          <input type="hidden" name="reference" value={reference} />
          <Button look="secondary">{t('leave')}</Button>
        </form>
      </PageHeading>
      <StatusPanels view={view} store={store} steps={content.steps} receiptInReach={pass === 'slip'} />
    </>
  )
}
