'use client'
import { useFormTexts } from '@/components/forms/texts'
import { FieldMessage } from '@/components/ui/field-frame'
import { Tick } from '@/components/ui/tick'
import { aftercareFor } from '@/lib/cancellation/rules/aftercare-items'
import type { FieldsProps } from './fields-props'

/** F29 to F32, and for an eSIM the profile (P7). */
export function AftercareFields({
  outcome,
  esim,
  errorAt,
}: Pick<FieldsProps, 'outcome' | 'esim' | 'errorAt'>) {
  const { aftercare } = useFormTexts()
  const ticked = (outcome.ticked as string[] | undefined) ?? []
  const error = errorAt('ticked')
  return (
    <div className="grid gap-2" id="field-ticked">
      {aftercareFor(esim).map((item) => (
        <Tick
          key={item}
          name="ticked:list"
          value={item}
          label={aftercare[item]}
          defaultChecked={ticked.includes(item)}
        />
      ))}
      {error && <FieldMessage tone="bad">{error}</FieldMessage>}
    </div>
  )
}
