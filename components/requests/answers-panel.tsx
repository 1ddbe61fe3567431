import { getLocale, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { Round } from '@/lib/cancellation/rules/rounds'
import type { GuideStep } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'

/** The last questions to the customer with their answers; earlier rounds are collapsed. */
export async function AnswersPanel({
  rounds,
  steps,
}: {
  rounds: readonly Round[]
  steps: readonly GuideStep[]
}) {
  const t = await getTranslations('walk.answers')
  const last = rounds.at(-1)
  if (!last) return null
  const earlier = rounds.slice(0, -1).reverse()
  return (
    <section aria-label={t('title')}>
      <Panel title={t('title')} className="border-accent">
        <RoundTable round={last} steps={steps} />
        {earlier.length > 0 && (
          <details className="mt-4 border-t border-line pt-3">
            <summary className="cursor-pointer font-semibold text-accent">
              {t('earlier', { count: earlier.length })}
            </summary>
            <div className="mt-3 grid gap-5">
              {earlier.map((round) => (
                <RoundTable key={round.askedAt} round={round} steps={steps} />
              ))}
            </div>
          </details>
        )}
      </Panel>
    </section>
  )
}

async function RoundTable({ round, steps }: { round: Round; steps: readonly GuideStep[] }) {
  const t = await getTranslations('walk.answers')
  const locale = await getLocale()
  const titleOf = (id: string) => {
    const step = steps.find((candidate) => candidate.id === id)
    return step ? inLocale(locale, step.staff.title) : id
  }
  const moment = (at: string) => staffDates.moment(at)
  return (
    <>
      <ul className="grid gap-3">
        {round.items.map((item) => (
          <li
            key={item.step}
            className="grid gap-x-4 gap-y-1 border-l-2 border-line pl-3 sm:grid-cols-2"
          >
            <div className="min-w-0">
              <p className="text-sm text-quiet">{t('asked', { step: titleOf(item.step) })}</p>
              <p className="whitespace-pre-line">{item.asked}</p>
            </div>
            <div className="min-w-0">
              <p className="text-sm text-quiet">{t('answered')}</p>
              {item.answer && <p className="whitespace-pre-line font-semibold">{item.answer}</p>}
              {item.photos > 0 && (
                <p>
                  <a href="#documents" className="text-accent underline">
                    {t('photos', { count: item.photos })}
                  </a>
                </p>
              )}
              {!item.answer && item.photos === 0 && (
                <p className="text-quiet">{round.answeredAt ? t('nothing') : t('waiting')}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-quiet">
        {round.answeredAt
          ? t('times', { asked: moment(round.askedAt), answered: moment(round.answeredAt) })
          : t('askedAt', { asked: moment(round.askedAt) })}
      </p>
    </>
  )
}
