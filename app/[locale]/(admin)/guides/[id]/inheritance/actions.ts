'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { takeOver } from '@/lib/guide/commands/taking-over'
import { choices, placeOfField } from '@/lib/guide/taking-over'
import { redirect } from '@/lib/i18n/redirect'

/** Takes what the wider guide changed over into the draft of a narrower one. */
export const takeOverChanges = staffAction(
  'guide.edit',
  () => z.strictObject({ row: z.record(z.string().max(100), z.enum(choices)).default({}) }),
  async (viewer, { row }, form) => {
    const guideId = hiddenField(form, '$guide')
    const written = await takeOver(
      viewer.id,
      guideId,
      {
        wider: hiddenField(form, '$wider'),
        seen: Number(hiddenField(form, '$seen')) || 0,
        choices: new Map(Object.entries(row).map(([name, one]) => [placeOfField(name), one])),
      },
      new Date(),
    )
    return written.ok
      ? redirect({ href: `/guides/${guideId}?saved=${Date.now()}`, locale: await getLocale() })
      : refusedBy(written.refusal)
  },
)
