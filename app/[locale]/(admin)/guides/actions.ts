'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { cardTypes, channels } from '@/lib/cancellation/words'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { draftSchema } from '@/lib/guide/draft'
import { guideFor } from '@/lib/guide/queries'
import { dropDraft, narrowGuide, publishDraft, republish, saveDraft } from '@/lib/guide/write'
import { redirect } from '@/lib/i18n/navigation'
import type { Result } from '@/lib/result'

const seenIn = (form: FormData) => Number(hiddenField(form, '$seen')) || 0
const note = { note: z.string('required').trim().min(1, 'required').max(300, 'too_long') }
const nothing = () => z.strictObject({})

async function settled(written: Result<{ guideId: string }>): Promise<FormState> {
  return written.ok ? redirect({ href: `/guides/${written.value.guideId}?saved=1`, locale: await getLocale() }) : refusedBy(written.refusal)
}

/** Keeps what an administrator has written; it may be incomplete. */
export const keepDraft = staffAction('guide.edit', () => draftSchema, async (viewer, draft, form) =>
  settled(await saveDraft(viewer.id, hiddenField(form, '$guide'), draft, seenIn(form), new Date())),
)

/** Throws the draft away; what is live stays. */
export const throwAway = staffAction('guide.edit', nothing, async (_, __, form) => settled(await dropDraft(hiddenField(form, '$guide'), seenIn(form))))

/** Publishes the draft as the next revision. */
export const publish = staffAction('guide.edit', () => z.strictObject(note), async (viewer, { note: said }, form) =>
  settled(await publishDraft(viewer.id, hiddenField(form, '$guide'), seenIn(form), said, new Date())),
)

/** Publishes an earlier revision again. */
export const takeBack = staffAction('guide.edit', () => z.strictObject(note), async (viewer, { note: said }, form) =>
  settled(await republish(viewer.id, hiddenField(form, '$guide'), Number(hiddenField(form, '$number')) || 0, said, new Date())),
)

const code = z.string().max(40).optional()

/** A guide narrowed to a carrier, a region or both. */
export const narrow = staffAction('guide.edit', () => z.strictObject({ cardType: z.enum(cardTypes, 'required'), channel: z.enum(channels, 'required'), carrier: code, region: code }), async (viewer, { cardType, channel, carrier = '', region = '' }) => {
  if (!carrier && !region) return { status: 'invalid', errors: { carrier: 'one_needed' } }
  const applies = await guideFor(cardType, channel, carrier, region)
  if (!applies) return refusedForm('not_found')
  return settled(await narrowGuide(viewer.id, { cardType, channel, carrier: carrier || null, region: region || null }, draftSchema.parse(applies.content), new Date()))
})
