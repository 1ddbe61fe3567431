'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import type { FieldsProps } from './fields-props'

const deviceChecks = [
  'no_service',
  'profile_deleted',
  'still_active',
  'device_dead',
  'no_device',
] as const
// Why nothing can be seen on a device has to be said.
const explained = ['no_device', 'not_unlockable', 'device_dead']

/** An eSIM's device, before (F25) and after (F27), or why there is none. */
export function DeviceFields({ kind, outcome, words, errorAt }: FieldsProps) {
  const unlock = useTranslations('walk.deviceUnlock')
  const check = useTranslations('walk.deviceCheck')
  const walk = useTranslations('walk')
  const [state, setState] = useState((outcome.state as string | undefined) ?? '')
  const options =
    kind === 'device_unlock'
      ? (['unlocked', 'not_locked', 'not_unlockable', 'no_device'] as const).map((value) => ({
          value,
          label: unlock(value),
        }))
      : deviceChecks.map((value) => ({
          value,
          label: check(value),
        }))
  return (
    <>
      <Choice
        name="state"
        legend={kind === 'device_unlock' ? unlock('state') : check('state')}
        options={options}
        required
        value={state}
        onChange={setState}
        error={errorAt('state')}
      />
      <TextField
        name="words"
        required={explained.includes(state)}
        label={explained.includes(state) ? walk('whyWords') : walk('words')}
        defaultValue={words.words}
        error={errorAt('words')}
      />
    </>
  )
}
