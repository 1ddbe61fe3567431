import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { customerDates } from '@/lib/i18n/dates'
import { questionByNumber } from '@/lib/questions/queries'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions')
  return { title: t('title'), robots: { index: false } }
}

/** A question and its answer, by its number. */
export default async function QuestionPage({ params }: { params: Promise<{ number: string }> }) {
  const number = readReference((await params).number)
  const counted = [['status_address', addressOf(await headers())]] as const
  if (!number || (await countAttempt(counted))) notFound()
  const now = new Date()
  const question = await questionByNumber(number, now)
  if (!question) notFound()
  await refundAttempt(counted)
  const t = await getTranslations('questions')
  const due = customerDates(await getLocale(), now).day(question.due)
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('received')} lead={t('keepNumber')} />
      <Panel>
        <p className="text-sm text-quiet">{t('number')}</p>
        <p className="mb-4 text-xl font-bold" data-testid="question-number">
          {groupReference(question.number)}
        </p>
        <p className="whitespace-pre-line">{question.words}</p>
        {question.answer ? (
          <Notice tone="good" className="mt-4" title={t('answer')}>
            <p className="whitespace-pre-line">{question.answer}</p>
            {question.answerState === 'skipped' && (
              <p className="mt-2 text-sm">{t('contactDeadYours')}</p>
            )}
          </Notice>
        ) : (
          <>
            <p className="mt-4 font-semibold">{t('until', { day: due })}</p>
            {question.unreachable && <p className="mt-2">{t('unreachableYours')}</p>}
          </>
        )}
      </Panel>
    </div>
  )
}
