import { getTranslations } from 'next-intl/server'
import { type SentBack, sentBackOf } from '@/lib/cancellation/queries/sent-back'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { callPhoneMasked } from '@/lib/cancellation/rules/call-phone'
import { pendingCall } from '@/lib/cancellation/rules/calls'
import { blocksOn } from '@/lib/cancellation/rules/obligations'
import type { DatePromise } from '@/lib/cancellation/rules/request-record'
import { stageOf } from '@/lib/cancellation/rules/stage'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { inLocale } from '@/lib/i18n/bilingual'
import { nextAfterBlocks } from './block-text'
import type { PrintContext } from './print-context'
import { paperDates } from '@/lib/i18n/dates'

/** Where a request stands, in the customer's words: why it came back, if so, and what is next. */
export async function SlipProgress({ one, context }: { one: OneRequest; context: PrintContext }) {
  const { record, personal } = one
  const t = await getTranslations('slip')
  const words = await getTranslations('words')
  const { day } = paperDates(context.locale)
  const dated = (due: DatePromise | null) =>
    due ? `${day(due.date)}${due.estimated ? t('estimated') : ''}` : ''
  const { decision, end } = record.promises
  const blocks = blocksOn(record, personal, one.situation.today)
  const next = () => {
    switch (record.state) {
      case 'open':
        return nextAfterBlocks(blocks, { words, day }) ?? t('nextOpen')
      case 'needs_info':
        return t('nextAsked')
      case 'in_review':
        return t('nextReview', { date: dated(decision), end: dated(end) })
      case 'closing':
        return record.preCancelled
          ? t('nextPreCancelled', { date: day(record.preCancelled.reinstateUntil) })
          : t('nextClosing', { end: dated(end) })
      case 'completed':
        return record.receipt
          ? t('nextCompleted', { receipt: groupReference(record.receipt.number) })
          : ''
      default:
        return record.cardOwed ? t('nextCard') : t('nextEnded')
    }
  }
  const rejected = record.state === 'rejected' && {
    reason: words(`rejection.${(record.ending?.reason ?? 'other') as 'other'}`),
    words: (personal?.moves?.reject?.words as string | undefined) ?? '',
  }
  const returned = decision?.reason === 'carrier_refused' && record.state === 'in_review'
  return (
    <section className="sheet-box" data-testid="progress">
      <p className="sheet-stage">{t('stands', { stage: words(`stage.${stageOf(record)}`) })}</p>
      <SentBackReason back={await sentBackOf(record)} one={one} context={context} />
      {rejected && <p>{t('rejected', rejected)}</p>}
      {returned && <p>{t('carrierReturned')}</p>}
      <p>{next()}</p>
      <CallLine one={one} context={context} />
    </section>
  )
}

async function SentBackReason({
  back,
  one,
  context,
}: {
  back: SentBack | null
  one: OneRequest
  context: PrintContext
}) {
  const t = await getTranslations('slip')
  const words = await getTranslations('words')
  if (!back) return null
  if (back.move === 'take_back')
    return (
      <p>{t('takenBack', { reason: words(`takeBack.${(back.reason ?? 'other') as 'other'}`) })}</p>
    )
  const titleOf = (id: string) => {
    const step = one.situation.guide.steps.find((candidate) => candidate.id === id)
    return step ? inLocale(context.locale, step.title) : id
  }
  return (
    <>
      <p>{t('asked')}</p>
      <ul className="list-disc pl-5">
        {back.items.map(({ step, words: said }) => (
          <li key={step}>
            {titleOf(step)}
            {words('colon')}
            <strong>{said}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

/** That the carrier will ring, or gave up ringing (P15): the slip stands in for messages (P12). */
async function CallLine({ one, context }: { one: OneRequest; context: PrintContext }) {
  const t = await getTranslations('slip')
  const call = pendingCall(one.record)
  if (!call) return null
  const { carrier } = context
  if (call.state === 'ended') return <p>{t('callEnded', { carrier })}</p>
  const phone = callPhoneMasked(one.record, one.personal) ?? ''
  const until = call.until && paperDates(context.locale).moment(call.until)
  return (
    <p>
      {until ? t('callBy', { carrier, phone, until }) : t('callSoon', { carrier, phone })}
      {call.missed > 0 && ` ${t('callMissed', { missed: call.missed })}`}
    </p>
  )
}
