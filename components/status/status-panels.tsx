import type { ReactNode } from 'react'
import { getLocale, getTranslations } from 'next-intl/server'
import { RichText } from '@/components/guide/rich-text'
import { PlainLink } from '@/components/shell/plain-link'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { blockText, nextAfterBlocks } from '@/components/requests/block-text'
import type { StatusView } from '@/lib/cancellation/queries/status'
import { weekText } from '@/components/stores/opening-text'
import type { CarrierByCode } from '@/lib/carriers/queries'
import type { GuideStep } from '@/lib/guide/schemas'
import { localPath } from '@/lib/i18n/address'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { customerDates } from '@/lib/i18n/dates'
import type { QuestionView } from '@/lib/questions/queries'
import type { StoreHours } from '@/lib/stores/hours'
import { CallNotice } from './call-notice'
import { ProgressBar } from './progress-bar'

type Props = {
  view: StatusView
  store: {
    nameZh: string
    nameEn: string
    addressZh: string
    addressEn: string
    phone: string
    code: string
    hours: unknown
  }
  carrier: CarrierByCode | null
  steps: readonly GuideStep[]
  receiptInReach: boolean
  /** Questions asked from this page. */
  questions: readonly QuestionView[]
  /** The customer's actions. */
  children?: ReactNode
}

export async function StatusPanels({
  view,
  store,
  carrier,
  steps,
  receiptInReach,
  questions,
  children,
}: Props) {
  const t = await getTranslations('status')
  const words = await getTranslations('words')
  const stores = await getTranslations('stores')
  const privacy = await getTranslations('privacy')
  const questionWords = await getTranslations('questions')
  const locale = await getLocale()
  const dates = customerDates(locale, new Date())
  const { stage, promise } = view
  const bracketed = (text: string) => words('inBrackets', { text })
  const said = { words, locale, obligations: carrier?.obligations ?? [], day: dates.day }
  const todo =
    (stage === 'recorded' && nextAfterBlocks(view.blocks, said)) ||
    t(`todo.${stage}`, {
      date: view.reinstateUntil ? dates.day(view.reinstateUntil) : '',
    })
  const day =
    promise && dates.day(promise.date) + (promise.estimated ? bracketed(t('estimated')) : '')
  const when =
    promise && day
      ? t(`when.${promise.of}`, { date: day }) + bracketed(words(`promiseReason.${promise.reason}`))
      : view.endedOn
        ? dates.day(view.endedOn)
        : stage === 'waiting_for_you'
          ? t('when.paused')
          : t('when.none')
  // The guide's own words on waiting for the review, for as long as it lasts (F21, P30).
  const waiting =
    stage === 'under_review' ? steps.find(({ kind }) => kind === 'review_wait') : undefined
  // An end that is no cancellation kept no promise.
  const by = !view.endedOn ? 'by' : stage === 'cancelled' ? 'completedOn' : 'closedOn'
  const titleOf = (id: string) => {
    const step = steps.find((candidate) => candidate.id === id)
    return step ? inLocale(locale, step.title) : id
  }
  return (
    <div className="grid gap-6">
      <Panel>
        <ProgressBar stage={stage} />
        <p className="text-xl font-bold">{words(`stage.${stage}`)}</p>
        <p className="mt-1 text-lg">{t(`sentence.${stage}`)}</p>
        {view.words && (
          <Notice tone="bad" title={t('wordsFor')} className="mt-4">
            <p>{view.words}</p>
          </Notice>
        )}
        {view.call && carrier && <CallNotice call={view.call} carrier={nameIn(locale, carrier)} />}
        {view.blocks.length > 0 && (
          <Notice tone="warn" title={words('block.title')} className="mt-4">
            <ul className="list-disc pl-5" data-testid="blocks">
              {view.blocks.map((block) => (
                <li key={block.code}>{blockText(block, said)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {view.asked.length > 0 && (
          <Notice tone="warn" title={t('asked')} className="mt-4">
            <ul className="list-disc pl-5">
              {view.asked.map((item) => (
                <li key={item.step}>
                  {titleOf(item.step)}
                  {words('colon')}
                  {item.words}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="mt-5">
          <Details
            large
            items={[
              todo && !view.call ? { label: t('next'), value: todo } : null,
              waiting
                ? {
                    label: inLocale(locale, waiting.title),
                    value: (
                      <RichText locale={locale} page={localPath(locale, '/guide')}>
                        {inLocale(locale, waiting.text)}
                      </RichText>
                    ),
                  }
                : null,
              { label: t(by), value: when },
              !view.endedOn && {
                label: t('stop'),
                value: view.stoppable
                  ? t('stoppable')
                  : stage === 'pre_cancelled'
                    ? t('notStoppableYetRestorable')
                    : t('notStoppable'),
              },
              view.receiptNumber && receiptInReach
                ? {
                    label: t('receipt'),
                    value: (
                      <>
                        <PlainLink
                          href={`/verify/${view.receiptNumber}`}
                          className="text-accent underline"
                        >
                          {groupReference(view.receiptNumber)}
                        </PlainLink>{' '}
                        ·{' '}
                        <a
                          href={`/api/status/${view.reference}/receipt`}
                          className="text-accent underline"
                        >
                          {t('receiptPdf')}
                        </a>
                      </>
                    ),
                  }
                : null,
            ]}
          />
        </div>
      </Panel>
      {view.answered.some(({ answer, photos }) => answer || photos > 0) && (
        <Panel title={t('answered')}>
          <ul className="grid gap-3">
            {view.answered.map(({ step, asked, answer, photos }) => (
              <li key={step} className="border-l-2 border-line pl-3">
                <p className="text-quiet">
                  {titleOf(step)}
                  {words('colon')}
                  {asked}
                </p>
                {answer && <p className="whitespace-pre-line">{answer}</p>}
                {photos > 0 && <p>{t('answeredPhotos', { count: photos })}</p>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {children}
      <Panel title={t('history')}>
        <ol className="grid gap-2">
          {view.steps.map(({ move, at }) => (
            <li key={`${move}-${at}`} className="border-l-2 border-line pl-3">
              <span className="font-semibold">{words(`moved.${move}`)}</span>{' '}
              <span className="whitespace-nowrap text-sm text-quiet">{dates.moment(at)}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('ask')}>
        {/* After a refusal: the carrier first, then the regulator (P24). */}
        {stage === 'not_accepted' && <p className="mb-2">{questionWords('regulator')}</p>}
        <p>{t('askText', { store: nameIn(locale, store), phone: store.phone })}</p>
        {store.hours !== null && (
          <p className="mt-1">
            {words('openingHours.hours')}
            {words('colon')}
            {weekText(store.hours as StoreHours, locale, words)}
          </p>
        )}
        <p className="mt-2">
          <PlainLink href={`/find-store/${store.code}`} className="text-accent underline">
            {stores('link')}
          </PlainLink>
        </p>
        <p className="mt-2">
          <PlainLink href={`/ask?reference=${view.reference}`} className="text-accent underline">
            {questionWords('askHere')}
          </PlainLink>
        </p>
        {questions.map((question) => (
          <div key={question.id} className="mt-3 border-l-2 border-line pl-3">
            <p className="whitespace-pre-line">{question.words}</p>
            <p className="whitespace-pre-line text-sm">
              {question.answer
                ? `${questionWords('answer')}${words('colon')}${question.answer}`
                : questionWords('until', { day: dates.day(question.due) })}
            </p>
          </div>
        ))}
      </Panel>
      <Panel title={t('copy.title')}>
        <p>
          {t('copy.text', {
            store: nameIn(locale, store),
            address: nameIn(locale, { nameZh: store.addressZh, nameEn: store.addressEn }),
            phone: store.phone,
          })}
        </p>
        <p className="mt-2">
          <PlainLink href="/privacy" className="text-accent underline">
            {privacy('link')}
          </PlainLink>
        </p>
      </Panel>
    </div>
  )
}
