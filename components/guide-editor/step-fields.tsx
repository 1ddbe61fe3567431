'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ErrorAt } from '@/components/settings/settings-form'
import { SelectField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { GuideDraftContent } from '@/lib/guide/draft'
import { instructionPhases, stepKinds } from '@/lib/domain/step-kinds'

/**
 * What a step records and for whom; for an instruction, its phase and whether the next move
 * requires it. A wait that follows from the state has neither (P30).
 */
export function StepFields({
  item,
  path,
  errorAt,
}: {
  item: GuideDraftContent['steps'][number]
  path: string
  errorAt: ErrorAt
}) {
  const [kind, setKind] = useState<string>(item.kind)
  const derived = kind === 'review_wait'
  const t = useTranslations('guides')
  const words = useTranslations('words.kind')
  const walk = useTranslations('walk.phase')
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          name={`${path}.kind`}
          label={t('kind')}
          defaultValue={item.kind}
          onChange={(event) => setKind(event.target.value)}
          error={errorAt(`${path}.kind`)}
        >
          {stepKinds.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </SelectField>
        <SelectField name={`${path}.audience`} label={t('audience')} defaultValue={item.audience}>
          {(['customer', 'desk'] as const).map((audience) => (
            <option key={audience} value={audience}>
              {t(`for.${audience}`)}
            </option>
          ))}
        </SelectField>
        {!derived && (
          <SelectField name={`${path}.phase`} label={t('phase')} defaultValue={item.phase ?? ''}>
            <option value="">{t('byKind')}</option>
            {instructionPhases.map((phase) => (
              <option key={phase} value={phase}>
                {walk(phase)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {derived ? (
        <p className="text-sm text-quiet">{t('derivedStep')}</p>
      ) : (
        <Tick
          name={`${path}.required:boolean`}
          label={t('required')}
          defaultChecked={item.required}
        />
      )}
    </>
  )
}
