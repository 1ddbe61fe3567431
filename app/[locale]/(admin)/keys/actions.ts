'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { createKey, revokeKey } from '@/lib/api/keys/commands'
import { staffAction } from '@/lib/auth/action'
import { roles } from '@/lib/domain/permissions'
import { reasonsToLook } from '@/lib/domain/coded-values'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

const whole = (most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(1, 'number_out_of_range')
    .max(most, 'number_out_of_range')
const newKey = () =>
  z.strictObject({
    name: z.string('required').trim().min(1, 'required').max(100, 'too_long'),
    role: z.enum(roles, 'required'),
    stores: z.array(z.string().max(40)).max(500).default([]),
    days: whole(3650).optional(),
    perMinute: whole(600_000).optional(),
    fullNumber: z.boolean(),
    reason: z.enum(reasonsToLook).optional(),
  })

/** Creates a key for the HTTP API; it is shown once. */
export const makeKey = staffAction(
  'settings.edit',
  newKey,
  async (viewer, { stores, days, perMinute, reason, ...key }) => {
    const made = await createKey(
      viewer.id,
      {
        ...key,
        storeCodes: stores,
        ...(reason && { reason }),
        ...(days && { days }),
        ...(perMinute && { perMinute }),
      },
      new Date(),
    )
    return made.ok
      ? { status: 'shown', secret: made.value.text }
      : {
          status: 'invalid',
          errors: {
            [made.refusal.code === 'reason_needed' ? 'reason' : 'stores']: made.refusal.code,
          },
        }
  },
)

/** Revokes a key permanently. */
export const endKey = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) => {
    const ended = await revokeKey(
      viewer.id,
      hiddenField(form, '$id'),
      new Date(),
      hiddenField(form, '$confirmed'),
    )
    return ended.ok
      ? redirect({ href: '/keys?saved=1', locale: await getLocale() })
      : refusedBy(ended.refusal)
  },
)
