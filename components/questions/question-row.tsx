import { getTranslations } from 'next-intl/server'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/shell/link'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { staffDates } from '@/lib/i18n/dates'
import type { QuestionView } from '@/lib/questions/queries'
import { AnswerForm } from './answer-form'

/** A question in the queue: due day, words, quoted number, and the answer or its form. */
export async function QuestionRow({
  question,
  answer,
}: {
  question: QuestionView
  answer: FormActionOf
}) {
  const t = await getTranslations('questions')
  const notices = await getTranslations('notices')
  const {
    id,
    kind,
    number,
    due,
    overdue,
    answeredAt,
    answeredBy,
    words,
    quoted,
    contact,
    reference,
  } = question
  return (
    <li className="grid gap-2 border-b border-line py-4 first:pt-0 last:border-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{groupReference(number)}</span>
        <Badge tone={kind === 'complaint' ? 'warn' : 'quiet'}>{t(`kind.${kind}`)}</Badge>
        {answeredAt ? (
          <Badge tone="good">✓ {t('answered')}</Badge>
        ) : (
          <Badge tone={overdue ? 'bad' : 'info'}>
            {t(overdue ? 'overdue' : 'dueOn', { day: staffDates.day(due) })}
          </Badge>
        )}
        {reference && (
          <Link href={`/requests/${reference}`} className="text-accent underline">
            {groupReference(reference)}
          </Link>
        )}
      </p>
      <p className="whitespace-pre-line">{words}</p>
      {(quoted || contact) && (
        <p className="text-sm text-quiet">
          {[quoted && t('quotedIs', { quoted }), contact && t('contactIs', { contact })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {answeredAt ? (
        <p className="whitespace-pre-line border-l-2 border-line pl-3 text-sm">
          {question.answer}
          <span className="block text-quiet">
            {answeredBy} · {staffDates.moment(answeredAt)}
            {question.answerState && ` · ${notices(`state.${question.answerState}`)}`}
          </span>
          {question.answerState === 'skipped' && (
            <span className="block text-warn">{t('contactDead')}</span>
          )}
          {question.answerUncertain && (
            <span className="block text-warn">{notices('uncertain')}</span>
          )}
        </p>
      ) : (
        <>
          {question.unreachable && <p className="text-sm text-warn">{t('unreachable')}</p>}
          <AnswerForm id={id} action={answer} />
        </>
      )}
    </li>
  )
}
