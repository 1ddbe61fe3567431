'use client'
import { useTranslations } from 'next-intl'
import { DraftNotice } from '@/components/drafts/draft-notice'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import type { FormState } from '@/lib/forms/form-state'
import { DemandLine } from '../demand-line'
import type { UnmetDemand } from '../unmet-demands'
import { MoveInputs, fieldsOfMove } from './move-fields'
import { moveId } from './move-id'

export type MoveFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  move: LaterMove
  primary: boolean
  reference: string
  version: number
  today: string
  overridable: boolean
  /** The carrier's call was not answered: approving takes a reason (P15). */
  callUnanswered: boolean
  online: boolean
  atCarrier: boolean
  steps: { id: string; title: string }[]
  asked: string[]
  unmet: UnmetDemand[]
}

const grave: LaterMove[] = ['reject', 'withdraw', 'recall', 'reinstate']

/** A move: its consequence, fields and button; or why it cannot be made yet. */
export function MoveForm(props: MoveFormProps) {
  const { action, move, primary, unmet } = props
  const t = useTranslations('moves')
  const words = useTranslations('words.move')
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  return (
    <details id={moveId(move)} open={primary} className="rounded-md border border-line">
      <summary className="flex min-h-11 items-center px-4 py-2 font-semibold">
        {words(move)}
      </summary>
      <div className="grid gap-4 border-t border-line px-4 py-4">
        <p className="text-sm text-quiet">{t(`consequence.${move}`)}</p>
        {unmet.length > 0 && (
          <div className="text-sm">
            <p className="font-semibold">{t('blocked')}</p>
            <ul className="mt-1 grid gap-1.5">
              {unmet.map((one) => (
                <li key={one.name} className="flex gap-2">
                  <span aria-hidden="true">○</span>
                  <span>
                    <DemandLine {...one} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <FieldScope of={move}>
          <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
            {fieldsOfMove[move] && unmet.length === 0 && (
              <DraftNotice
                form={formProps.ref}
                place={`requests/${props.reference}/move/${move}`}
                ready={ready}
              />
            )}
            <FormMessages state={state} />
            <MoveInputs {...props} errors={errors} />
            <div>
              <Button
                look={grave.includes(move) ? 'danger' : primary ? 'primary' : 'secondary'}
                disabled={pending || unmet.length > 0}
              >
                {pending ? t('busy') : words(move)}
              </Button>
            </div>
          </ActionForm>
        </FieldScope>
      </div>
    </details>
  )
}
