'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import { DemandLine } from '../demand-line'
import { MoveInputs } from './move-fields'
import { moveId } from './move-id'
import type { MoveFormProps } from './move-form'

/**
 * The reviewer's decision, always in sight: approving with one press, and the way to the forms of
 * the other answers.
 */
export function ReviewFoot({ others, ...props }: MoveFormProps & { others: readonly LaterMove[] }) {
  const { action, move, unmet } = props
  const t = useTranslations('moves')
  const words = useTranslations('words.move')
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const openForm = (other: LaterMove) => {
    const form = document.getElementById(moveId(other))
    if (!(form instanceof HTMLDetailsElement)) return
    form.open = true
    form.scrollIntoView({ block: 'center' })
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }
  return (
    <div className="sticky bottom-0 z-10 -mx-1 border-t border-line bg-paper px-1 py-2">
      <FieldScope of={move}>
        <ActionForm formProps={formProps} ready={ready} className="grid gap-2">
          <FormMessages state={state} />
          {unmet.map((one) => (
            <p key={one.name} className="text-sm font-semibold text-warn">
              <DemandLine {...one} />
            </p>
          ))}
          <MoveInputs {...props} errors={errors} />
          <div className="flex flex-wrap items-center gap-2">
            <Button disabled={pending || unmet.length > 0} data-primary>
              {pending ? t('busy') : words(move)}
            </Button>
            {others.map((other) => (
              <Button key={other} type="button" look="secondary" onClick={() => openForm(other)}>
                {words(other)}
              </Button>
            ))}
            <span className="text-sm text-quiet">{t(`consequence.${move}`)}</span>
          </div>
        </ActionForm>
      </FieldScope>
    </div>
  )
}
