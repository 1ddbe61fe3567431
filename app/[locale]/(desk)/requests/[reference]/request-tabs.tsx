import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { DocumentsPanel } from '@/components/documents/documents-panel'
import { NoticeList } from '@/components/notices/notice-list'
import { Summary } from '@/components/requests/summary'
import { Timeline } from '@/components/requests/timeline'
import { Tabs } from '@/components/ui/tabs'
import { resend } from '../../outbox/actions'
import { takeAway } from './actions'

type Props = ComponentProps<typeof Summary> &
  Pick<ComponentProps<typeof Timeline>, 'history' | 'names'> &
  Pick<ComponentProps<typeof NoticeList>, 'notices'> & { isHistoryFirst: boolean }

/** What is looked up about a request beside the work on it. */
export async function RequestTabs({ history, names, notices, isHistoryFirst, ...summary }: Props) {
  const t = await getTranslations('walk')
  const { record, situation } = summary.one
  return (
    <Tabs
      label={t('tabs.title')}
      first={isHistoryFirst ? 'history' : 'summary'}
      tabs={[
        {
          name: 'summary',
          title: t('tabs.summary'),
          content: <Summary {...summary} />,
        },
        {
          name: 'papers',
          title: t('tabs.papers'),
          content: <DocumentsPanel one={summary.one} drop={takeAway} />,
        },
        {
          name: 'notices',
          title: t('tabs.notices'),
          content: <NoticeList notices={notices} resend={resend} />,
        },
        {
          name: 'history',
          title: t('tabs.history'),
          content: (
            <Timeline
              history={history}
              count={record.version}
              steps={situation.guide.steps}
              names={names}
              reference={record.reference}
            />
          ),
        },
      ]}
    />
  )
}
