import { getLocale, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { OfferedMove } from '@/lib/cancellation/queries/offered-moves'
import { approvalAsksOfCall } from '@/lib/cancellation/rules/calls'
import type { FormState } from '@/lib/forms/form-state'
import { isNoted } from '@/lib/domain/step-kinds'
import { inLocale } from '@/lib/i18n/bilingual'
import { unmetDemandsOf } from '../unmet-demands'
import { MoveForm } from './move-form'
import { ReviewFoot } from './review-foot'

type Props = {
  one: OneRequest
  offered: readonly OfferedMove[]
  action: (before: FormState, form: FormData) => Promise<FormState>
}

// Moves that lead forward come first; those that end or send back come after.
const leading = ['approve', 'supply', 'note_pre_cancelled']

/**
 * Every move that this person can make from here; a blocked one shows why, with a link to the step
 * that unblocks it.
 */
export async function MovesPanel({ one, offered, action }: Props) {
  const t = await getTranslations('moves')
  const locale = await getLocale()
  const { record, situation } = one
  const sorted = [...offered].sort(
    (first, second) => Number(leading.includes(second.move)) - Number(leading.includes(first.move)),
  )
  const primary = sorted.find(({ move }) => leading.includes(move))?.move
  if (sorted.length === 0) return null
  const propsOf = ({ move, unmet, overridable }: OfferedMove) => ({
    action,
    move,
    reference: record.reference,
    version: record.version,
    today: situation.today,
    overridable,
    callUnanswered: approvalAsksOfCall(record),
    online: record.channel === 'online',
    atCarrier: Object.values(record.steps).some((note) => note.kind === 'carrier_submission'),
    steps: situation.guide.steps
      .filter(({ kind }) => isNoted(kind))
      .map((step) => ({ id: step.id, title: inLocale(locale, step.staff.title) })),
    asked: record.asked.map(({ step }) => step),
    unmet: unmetDemandsOf(one, unmet),
  })
  // Approving stands at the foot of the page; the other answers are forms in the panel.
  const approve = sorted.find(({ move }) => move === 'approve')
  const inPanel = sorted.filter((one) => one !== approve)
  return (
    <>
      <Panel title={t('title')} id="moves">
        <div className="grid gap-3">
          {inPanel.map((one) => (
            <MoveForm key={one.move} {...propsOf(one)} primary={one.move === primary} />
          ))}
        </div>
      </Panel>
      {approve && (
        <ReviewFoot
          {...propsOf(approve)}
          primary
          others={inPanel.flatMap(({ move }) => (move === 'ask' || move === 'reject' ? move : []))}
        />
      )}
    </>
  )
}
