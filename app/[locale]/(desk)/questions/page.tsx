import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QuestionRow } from '@/components/questions/question-row'
import { SavedNotice } from '@/components/settings/saved-notice'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { queueShows, questionsOf } from '@/lib/questions/queries'
import { Link } from '@/components/shell/link'
import { answer } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions')
  return { title: t('queue') }
}

/** Questions and complaints: unanswered first, by due day. */
export default async function QuestionsPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  const viewer = await requireViewer('question.answer')
  const t = await getTranslations('questions')
  const { questions, more } = await questionsOf(visibleStores(viewer.memberships), new Date())
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('queue')} lead={t('queueLead')} />
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        {questions.length === 0 ? (
          <EmptyState title={t('none')} text={t('noneText')}>
            <Link href="/ask" className={buttonClass('secondary')}>
              {t('askPage')}
            </Link>
          </EmptyState>
        ) : (
          <ul>
            {questions.map((question) => (
              <QuestionRow key={question.id} question={question} answer={answer} />
            ))}
          </ul>
        )}
        {more && <p className="mt-4 text-quiet">{t('more', queueShows)}</p>}
      </Panel>
    </div>
  )
}
