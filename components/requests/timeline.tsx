import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { HistoryEntry } from '@/lib/cancellation/queries/history'
import { rejectionReasons, takeBackReasons, withdrawReasons } from '@/lib/domain/coded-values'
import { isLook } from '@/lib/cancellation/rules/looks'
import { isMove } from '@/lib/cancellation/rules/workflow'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { GuideStep } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { ChangeList, type Names } from './change-list'
import { staffDates } from '@/lib/i18n/dates'

/** The request's latest events, newest first, with a link to all of `count`. */
export async function Timeline({
  history,
  count,
  steps,
  names,
  reference,
}: {
  history: readonly HistoryEntry[]
  count: number
  steps: readonly GuideStep[]
  names: Names
  reference: string
}) {
  const t = await getTranslations('walk.timeline')
  return (
    <Panel title={t('title')} id="history">
      <ol className="grid gap-3">
        {[...history].reverse().map((entry) => (
          <TimelineEntry
            key={entry.sequence}
            entry={entry}
            steps={steps}
            names={names}
            then={`/requests/${reference}/at/${entry.sequence}`}
          />
        ))}
      </ol>
      {history.length < count && (
        <p className="mt-4">
          <Link
            href={`/requests/${reference}?history=all#history`}
            className="text-accent underline"
          >
            {t('all', { count })}
          </Link>
        </p>
      )}
    </Panel>
  )
}

/** An event; `then` links to the request as of that moment. */
export async function TimelineEntry({
  entry,
  steps,
  names,
  then,
}: {
  entry: HistoryEntry
  steps: readonly GuideStep[]
  names: Names
  then?: string
}) {
  const now = await getTranslations('walk.then')
  const t = await getTranslations('walk.timeline')
  const words = await getTranslations('words')
  const fields = await getTranslations('history.field')
  const format = await getFormatter()
  const locale = await getLocale()
  const titleOf = (id: string) => {
    const step = steps.find((candidate) => candidate.id === id)
    return step ? inLocale(locale, step.staff.title) : id
  }
  const { facts } = entry
  const what = await eventTitle(entry, titleOf)
  const actor = entry.actorName ?? t(entry.actorKind === 'customer' ? 'customer' : 'system')
  const reason = facts.reason && !isLook(entry.type) && reasonWord(facts.reason, words)
  return (
    <li className="border-l-2 border-line pl-3">
      <p>
        <span className="font-semibold">{what}</span>
        {reason && `${words('colon')}${reason}`}
      </p>
      {entry.words && <p className="text-sm">“{entry.words}”</p>}
      {entry.account && (
        <p className="text-sm">
          {fields('destination')}
          {words('colon')}
          {entry.account}
        </p>
      )}
      {entry.items.map((item) => (
        <p key={item.step} className="text-sm">
          <span className="text-quiet">
            {titleOf(item.step)}
            {words('colon')}
          </span>
          “{item.words}”
        </p>
      ))}
      {facts.undone && facts.undone.length > 0 && (
        <p className="text-sm">{t('undone', { steps: format.list(facts.undone.map(titleOf)) })}</p>
      )}
      {entry.sequence > 1 && <ChangeList changes={entry.changes} names={names} open={!then} />}
      <p className="text-sm text-quiet">
        {actor} · {staffDates.moment(entry.at)}
        {then && (
          <>
            {' '}
            ·{' '}
            <Link href={then} className="whitespace-nowrap text-accent underline">
              {now('open')}
            </Link>
          </>
        )}
      </p>
    </li>
  )
}

const isTitledLook = (type: string): type is 'view_document' | 'reveal' | 'give_copy' =>
  isLook(type)

type Titled = Pick<HistoryEntry, 'type' | 'facts' | 'assigneeName'>

/** What happened, in words; `titleOf`: a step's title by its id. */
export async function eventTitle(
  { type, facts, assigneeName }: Titled,
  titleOf: (step: string) => string,
): Promise<string> {
  const t = await getTranslations('walk.timeline')
  const words = await getTranslations('words')
  const looked = await getTranslations('documents.view')
  const from = facts.from && { reference: groupReference(facts.from) }
  if (isMove(type))
    return [words(`moved.${type}`), ...(from ? [t('openFrom', from)] : [])].join(' · ')
  if (type === 'note')
    return [
      from
        ? t('noteFrom', { step: titleOf(facts.step ?? ''), ...from })
        : t('note', { step: titleOf(facts.step ?? '') }),
      ...(facts.bag ? [t('bagged', { bag: facts.bag })] : []),
    ].join(' · ')
  if (type === 'note_call' && facts.called)
    return t('note_call', { outcome: words(`callOutcome.${facts.called}`) })
  if (type === 'wait') return facts.customerWaiting ? t('wait_true') : t('wait_false')
  if (type === 'assign')
    return facts.assignee ? t('assign_to', { name: assigneeName ?? '' }) : t('assign_none')
  if (type === 'note_refund' && facts.refund)
    return t('note_refund', { state: words(`refund.${facts.refund}`) })
  if (
    type === 'flag_stalled' ||
    type === 'hand_card_back' ||
    type === 'pass_card' ||
    type === 'destroy_card' ||
    type === 'reckon_anew'
  )
    return t(type)
  if (type === 'add_document') return t(type, { pages: facts.document?.pages ?? 1 })
  if (isTitledLook(type) && facts.reason)
    return t(type, { reason: looked(`reasons.${facts.reason as 'identity'}`) })
  if (type === 'drop_document' || type === 'purge_photos') return t(type)
  if (type === 'confirm_contact' && from) return t('confirm_contact_from', from)
  if (type === 'confirm_contact' && facts.how) return t(`confirm_contact_${facts.how}`)
  if (type === 'rate' && facts.rating) return t('rate', { rating: words(`rating.${facts.rating}`) })
  if (type === 'bag_card') return t(type, { bag: facts.bag ?? '' })
  if (type === 'flag_overdue' || type === 'tell_day_come')
    return t(type, { day: facts.day ? staffDates.day(facts.day) : '' })
  return type === 'reissue_slip' ||
    type === 'remind' ||
    type === 'change_guide' ||
    type === 'mask' ||
    type === 'erase' ||
    type === 'reprint_receipt' ||
    type === 'undo_hand_over' ||
    type === 'remind_aftercare'
    ? t(type)
    : type
}

type Words = Awaited<ReturnType<typeof getTranslations<'words'>>>

/** A coded reason of an event, in words. */
export function reasonWord(reason: string, words: Words) {
  const isOf =
    <T extends string>(list: readonly T[]): ((code: string) => code is T) =>
    (code): code is T =>
      (list as readonly string[]).includes(code)
  if (isOf(rejectionReasons)(reason)) return words(`rejection.${reason}`)
  if (isOf(takeBackReasons)(reason)) return words(`takeBack.${reason}`)
  return isOf(withdrawReasons)(reason) ? words(`withdrawal.${reason}`) : reason
}
