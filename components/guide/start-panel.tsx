import { getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { pathAddress } from '@/lib/guide/address'
import { type StartAnswers, type StartStep, startStep } from '@/lib/guide/start'

const addressOf = (answers: StartAnswers) => {
  const given = Object.entries(answers).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/guide?${new URLSearchParams(given)}#start`
}

/**
 * A few questions for visitors who are unsure whether to cancel; every answer is a link, so it
 * works without scripts.
 */
export async function StartPanel({ answers }: { answers: StartAnswers }) {
  const t = await getTranslations('guide.start')
  const step = startStep(answers)
  return (
    <Panel
      id="start"
      title={t('title')}
      className="mb-6 scroll-mt-4"
      aside={
        answers.wish && (
          <PlainLink href="/guide#start" className="text-accent underline">
            {t('again')}
          </PlainLink>
        )
      }
    >
      {'ask' in step ? (
        <Question step={step} answers={answers} />
      ) : 'advise' in step ? (
        <Advice wish={step.advise} />
      ) : (
        <Notice tone="warn" title={t('accounts')}>
          <p className="mb-3">{t('accountsText')}</p>
          <p className="mb-3">{t('insteadText')}</p>
          <PlainLink
            href={pathAddress(step.lead.cardType, step.lead.channel)}
            className={buttonClass()}
          >
            {t('lead')}
          </PlainLink>
        </Notice>
      )}
    </Panel>
  )
}

async function Question({
  step,
  answers,
}: {
  step: Extract<StartStep, { ask: string }>
  answers: StartAnswers
}) {
  const t = await getTranslations('guide.start')
  const words = await getTranslations('words')
  const label = (option: string) =>
    step.ask === 'wish'
      ? t(`wish.${option as 'keep'}`)
      : step.ask === 'card'
        ? words(`cardType.${option as 'sim'}`)
        : words(`channel.${option as 'online'}`)
  return (
    <>
      <p className="mb-1 font-semibold">{t(`question.${step.ask}`)}</p>
      {step.ask !== 'wish' && <p className="mb-1 text-sm text-quiet">{t(`hint.${step.ask}`)}</p>}
      <ul className="mt-3 flex flex-wrap gap-2">
        {step.options.map((option) => (
          <li key={option}>
            <PlainLink
              href={addressOf({ ...answers, [step.ask]: option })}
              className={buttonClass('secondary')}
            >
              {label(option)}
            </PlainLink>
          </li>
        ))}
      </ul>
    </>
  )
}

async function Advice({ wish }: { wish: 'keep' | 'phone' | 'lost' }) {
  const t = await getTranslations('guide.start')
  return (
    <Notice tone="info" title={t(`advice.${wish}`)}>
      <p>{t(`adviceText.${wish}`)}</p>
      <p className="mt-3">
        <PlainLink href={addressOf({ wish: 'leave' })} className="text-accent underline">
          {t('anyway')}
        </PlainLink>
      </p>
    </Notice>
  )
}
