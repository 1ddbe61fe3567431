import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BagActs } from '@/components/custody/bag-acts'
import { BagCards } from '@/components/custody/bag-cards'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { bagByNumber } from '@/lib/cancellation/queries/bags'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { workOnBag } from '../../day/actions'
import { staffDates } from '@/lib/i18n/dates'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('custody.bag')
  return { title: t('title', { number: decodeURIComponent((await params).number).slice(0, 60) }) }
}

/** A bag: its cards, history and next actions. */
export default async function BagPage({ params }: Props) {
  const viewer = await requireViewer('store.custody')
  const bag = await bagByNumber(
    decodeURIComponent((await params).number),
    visibleStores(viewer.memberships),
  )
  if (!bag) notFound()
  const t = await getTranslations('custody.bag')
  const locale = await getLocale()
  const time = (at: string) => staffDates.moment(at)
  return (
    <>
      <PageHeading
        title={t('title', { number: bag.number })}
        lead={t('lead', { store: nameIn(locale, bag.store), time: time(bag.openedAt) })}
      >
        <Link href={`/day?store=${bag.store.code}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
        <PrintButton look="secondary">{t('print')}</PrintButton>
      </PageHeading>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)]">
        <Panel title={t('list')} aside={t('cards', { count: bag.cards.length })}>
          <BagCards cards={bag.cards} />
        </Panel>
        <div className="grid gap-6">
          <Panel title={t('history')}>
            <ul className="grid gap-2">
              {!bag.sealed && <li className="text-quiet">{t('notYet')}</li>}
              {bag.sealed && (
                <li>
                  {t('sealed', {
                    time: time(bag.sealed.at),
                    by: bag.sealed.by,
                    count: bag.sealed.cards,
                  })}
                </li>
              )}
              {bag.handed && (
                <li>
                  {t('handed', { time: time(bag.handed.at), by: bag.handed.by, to: bag.handed.to })}
                </li>
              )}
              {bag.destroyed && (
                <li>
                  {t('destroyed', {
                    time: time(bag.destroyed.at),
                    by: bag.destroyed.by,
                    witness: bag.destroyed.witness,
                  })}
                </li>
              )}
            </ul>
          </Panel>
          {bag.state !== 'destroyed' && bag.cards.length > 0 && (
            <Panel className="no-print">
              <BagActs bag={bag} action={workOnBag} />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
