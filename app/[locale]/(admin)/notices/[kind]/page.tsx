import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoticeForm } from '@/components/notices/notice-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { Link } from '@/components/shell/link'
import { isNoticeKind } from '@/lib/notices/kinds'
import { earlierTexts, noticeText } from '@/lib/notices/queries'
import { staffDates } from '@/lib/i18n/dates'
import { saveNoticeText } from '../actions'

type Props = { params: Promise<{ kind: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

/** The text of a notice, with its preview. */
export default async function NoticePage({ params }: Props) {
  await requireViewer('settings.edit')
  const { kind } = await params
  if (!isNoticeKind(kind)) notFound()
  const t = await getTranslations('notices')
  const [{ version, ...text }, earlier] = await Promise.all([noticeText(kind), earlierTexts(kind)])
  const offered = earlier.map(({ version: of, changedAt, changedBy, ...said }) => ({
    ...said,
    title: of ? t('earlierTexts.version', { version: of }) : t('earlierTexts.builtIn'),
    origin: [changedAt && staffDates.moment(changedAt), changedBy].filter(Boolean).join(' · '),
  }))
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading title={t(`kind.${kind}`)} lead={t(`when.${kind}`)} />
      <p className="mb-4">
        <Link href="/notices" className="text-accent underline">
          {t('back')}
        </Link>
      </p>
      <Panel>
        <NoticeForm
          action={saveNoticeText}
          values={{ $kind: kind, $seen: String(version) }}
          kind={kind}
          text={text}
          earlier={offered}
        />
      </Panel>
    </div>
  )
}
