import { getTranslations } from 'next-intl/server'
import type { CardQuestion } from '@/lib/cancellation/rules/cards'
import type { PlainObligation } from '@/lib/cancellation/rules/obligation-outcome'
import type { StepWords } from '@/lib/cancellation/rules/particulars'
import type { StepNote } from '@/lib/cancellation/rules/request-record'
import type { StepFieldsProps } from './step-fields-props'
import { staffDates } from '@/lib/i18n/dates'

type Item = PlainObligation | { state: 'present' | 'waived' }
type Walk = Awaited<ReturnType<typeof getTranslations<'walk'>>>
type Words = Awaited<ReturnType<typeof getTranslations<'words'>>>

/** Where a refund goes, as far as it is shown: the account by its last four (P20). */
const destinationText = (
  { app, bank, owner, masked }: NonNullable<StepWords['destination']>,
  words: Words,
) => [app && words(`paymentApp.${app}`), bank, owner, masked].filter(Boolean).join(' ')

/** What was paid for an obligation, or whom it waits for, until when and why. */
function obligationLines(
  item: Item | undefined,
  typed: StepWords,
  id: string,
  t: Walk,
  words: Words,
): (string | undefined)[] {
  if (item?.state === 'cleared' && item.payment)
    return [
      t('obligations.paidIs', {
        amount: (item.payment.amountFen / 100).toFixed(2),
        way: words(`paymentWay.${item.payment.way}`),
        number: typed.payments?.[id] ?? '–',
      }),
    ]
  if (item?.state !== 'waiting') return []
  const { why, lifts } = typed.blocks?.[id] ?? {}
  return [
    item.waitsFor && item.waitsFor !== 'nobody' ? words(`awaited.${item.waitsFor}`) : undefined,
    item.clearsOn && staffDates.day(item.clearsOn),
    item.nextDay && t('obligations.nextDay'),
    why,
    lifts,
  ]
}

/** What a step records, in words: one short line, and another for a reason or a note. */
export async function Recorded({ note, fields }: { note: StepNote; fields: StepFieldsProps }) {
  const words = await getTranslations('words')
  const said = await outcomeLines(note, fields)
  const lines = [...said, fields.words.words && `“${fields.words.words}”`].filter(Boolean)
  return lines.join(words('semicolon'))
}

async function outcomeLines(
  { from }: StepNote,
  { kind, outcome, items, words: typed, iccidMasked }: StepFieldsProps,
): Promise<(string | undefined)[]> {
  const t = await getTranslations('walk')
  const words = await getTranslations('words')
  const values = await getTranslations('history.value')
  const text = (key: string) => String(outcome[key] ?? '')
  const day = (value: unknown) => (typeof value === 'string' ? staffDates.day(value) : '')
  const stateWord = (state: string) =>
    values.has(state as 'present') ? values(state as 'present') : state
  switch (kind) {
    case 'instruction':
      return [t('instruction.done')]
    case 'materials':
    case 'obligations': {
      const noted = (outcome.items ?? {}) as Record<string, Item>
      const byState = new Map<string, string[]>()
      for (const item of items) {
        const found = noted[item.id]
        const reason = typed.items?.[item.id]
        const more = [...obligationLines(found, typed, item.id, t, words), reason && `“${reason}”`]
        const title = [item.title, ...more].filter(Boolean).join(' ')
        const state = found?.state ?? 'missing'
        byState.set(state, [...(byState.get(state) ?? []), title])
      }
      return [...byState].map(
        ([state, titles]) =>
          `${state === 'missing' ? t('notRecorded') : stateWord(state)}${words('colon')}` +
          titles.join(words('comma')),
      )
    }
    case 'identity_check':
      return [
        t(`identity.${outcome.matchedBy as 'carrier_record'}`),
        outcome.documentExpired === true ? t('identity.documentExpired') : undefined,
        // Taken over, it says nothing of this number yet.
        from ? undefined : t('identity.allChecked'),
      ]
    case 'balance': {
      const fen = Number(outcome.amountFen ?? 0)
      return fen === 0
        ? [t('balance.none')]
        : [
            t('balance.is', { amount: (fen / 100).toFixed(2) }),
            words(`route.${outcome.route as 'original_payment'}`),
            typed.destination && destinationText(typed.destination, words),
            outcome.destination === 'missing' ? t('balance.missing') : undefined,
            outcome.paidOn ? t('balance.paidOn', { day: day(outcome.paidOn) }) : undefined,
          ]
    }
    case 'advice':
      return [
        t('advice.both'),
        ...(outcome.accountsFound === undefined
          ? []
          : [t('advice.found', { count: Number(outcome.accountsFound) })]),
      ]
    case 'application_form':
      return [t('form.signed')]
    case 'card_return':
      return [
        t(`cardReturn.${outcome.state as 'lost'}`),
        outcome.state === 'returned' && iccidMasked ? `ICCID ${iccidMasked}` : undefined,
        ...((outcome.asked as CardQuestion[] | undefined) ?? []).map((code) =>
          words(`cardQuestion.${code}`),
        ),
      ]
    case 'device_unlock':
      return [t(`deviceUnlock.${outcome.state as 'unlocked'}`)]
    case 'carrier_submission':
      return [
        text('carrierReference'),
        [day(outcome.submittedOn), text('submittedAt')].filter(Boolean).join(' '),
      ]
    case 'device_check':
      return [t(`deviceCheck.${outcome.state as 'no_service'}`)]
    case 'receipt':
      return [t(`receiptStep.${outcome.handedOver as 'printed'}`)]
    case 'aftercare':
      return [
        ((outcome.ticked as string[] | undefined) ?? [])
          .map((item) => words(`aftercare.${item as 'receipt_kept'}`))
          .join(words('comma')),
      ]
  }
}
