'use server'
import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import type { GuideAct } from '@/components/guide-editor/act-notice'
import { staffAction } from '@/lib/auth/action'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { isDay } from '@/lib/domain/days'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { draftFormSchema, sections } from '@/lib/guide/draft'
import { planDraft, publishDraft, republish, unplanDraft } from '@/lib/guide/commands/publish'
import {
  dropDraft,
  narrowGuide,
  restoreDraft,
  retireGuide,
  saveDraft,
} from '@/lib/guide/commands/drafts'
import { withNames } from '@/lib/guide/queries/drafts'
import { redirect } from '@/lib/i18n/redirect'
import type { Result } from '@/lib/result'

const guideIn = (form: FormData) => hiddenField(form, '$guide')
const seenIn = (form: FormData) => Number(hiddenField(form, '$seen')) || 0
const note = z.string('required').trim().min(1, 'required').max(300, 'too_long')
const nothing = () => z.strictObject({})

// The address identifies the save, so that the editor remounts with the current content, and says
// what was done.
async function formResult<T extends { guideId: string }>(
  written: Result<T>,
  act: GuideAct,
  said: (written: T) => Record<string, number> = () => ({}),
): Promise<FormState> {
  if (!written.ok) return refusedBy(written.refusal)
  const { guideId } = written.value
  const more = Object.entries(said(written.value)).map(([name, value]) => `&${name}=${value}`)
  return redirect({
    href: `/guides/${guideId}?saved=${Date.now()}&act=${act}${more.join('')}`,
    locale: await getLocale(),
  })
}

const place = z.strictObject({
  section: z.enum(['intro', ...sections]),
  row: z.string().max(60).nullable(),
  field: z.string().max(40).nullable(),
  language: z.enum(['zh', 'en']).nullable(),
})
const saving = z.object({
  saveId: z.string().max(60).optional(),
  own: z.array(place).max(1000).optional(),
  decisions: z
    .array(z.strictObject({ place, keep: z.enum(['mine', 'theirs']) }))
    .max(1000)
    .optional(),
  look: z.boolean().optional(),
})

/**
 * Saves the editor's content, complete or not, on what others saved meanwhile. The page continues
 * from the returned version and content.
 */
export const keepDraft = staffAction(
  'guide.edit',
  () => draftFormSchema,
  async (viewer, draft, form) => {
    const more = saving.safeParse(jsonIn(form, '$saving'))
    if (!more.success) return refusedForm('form_malformed')
    const { id, seen } = { id: guideIn(form), seen: seenIn(form) }
    const written = await saveDraft(viewer.id, id, draft, seen, new Date(), more.data)
    // What stands around the form follows with the answer: a page that asks for itself anew while
    // the line breaks would be left for the browser's error page, with all that is typed in it.
    if (!more.data.look || !written.ok || written.value.seen !== seen) refresh()
    if (!written.ok) return refusedBy(written.refusal)
    const { content, conflicts } = written.value
    const saved = { content, conflicts: await withNames(conflicts) }
    return { status: 'kept', seen: written.value.seen, saved }
  },
)

/** A hidden field that holds JSON; an empty object where there is none. */
function jsonIn(form: FormData, name: string): unknown {
  try {
    return JSON.parse(hiddenField(form, name) || '{}')
  } catch {
    return null
  }
}

/** Discards the draft; the live guide stays. */
export const throwAway = staffAction('guide.edit', nothing, async (viewer, _, form) =>
  formResult(await dropDraft(viewer.id, guideIn(form), seenIn(form), new Date()), 'discarded'),
)

/** Makes a discarded draft the draft again. */
export const restore = staffAction('guide.edit', nothing, async (viewer, _, form) =>
  formResult(
    await restoreDraft(
      viewer.id,
      guideIn(form),
      Number(hiddenField(form, '$version')) || 0,
      seenIn(form),
      new Date(),
    ),
    'restored',
  ),
)

const day = z.string().refine(isDay, 'date_malformed')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'invalid')

/** Publishes the draft as the next revision: now, or on a day and at a time in Asia/Shanghai. */
export const publish = staffAction(
  'guide.edit',
  () =>
    z
      .strictObject({ note, at: day.optional(), time: time.optional() })
      .refine((asked) => asked.at || !asked.time, { path: ['at'], error: 'required' })
      .refine((asked) => asked.time || !asked.at, { path: ['time'], error: 'required' }),
  async (viewer, { note: said, at: on, time: clock }, form) => {
    const at = on && clock ? new Date(`${on}T${clock}+08:00`) : null
    const [id, seen, now] = [guideIn(form), seenIn(form), new Date()]
    return at
      ? formResult(await planDraft(viewer.id, id, seen, said, at, now), 'planned')
      : formResult(
          await publishDraft(viewer.id, id, seen, said, now),
          'published',
          ({ number }) => ({ number }),
        )
  },
)

/** Cancels a scheduled publication. */
export const unplan = staffAction('guide.edit', nothing, async (viewer, _, form) =>
  formResult(await unplanDraft(viewer.id, guideIn(form), new Date()), 'unplanned'),
)

/** Publishes an earlier revision again, in place of the live one that it was compared with. */
export const takeBack = staffAction(
  'guide.edit',
  () => z.strictObject({ note }),
  async (viewer, { note: said }, form) => {
    const [of, live] = ['$number', '$live'].map((name) => Number(hiddenField(form, name)) || 0)
    const which = { number: of ?? 0, live: live ?? 0 }
    return formResult(
      await republish(viewer.id, guideIn(form), which, said, new Date()),
      'rolled_back',
      ({ number }) => ({ number, of: which.number }),
    )
  },
)

/** Retires or restores a narrower guide. */
export const retire = staffAction(
  'guide.edit',
  () => z.strictObject({ retired: z.boolean() }),
  async (viewer, { retired }, form) =>
    formResult(
      await retireGuide(viewer.id, guideIn(form), retired, new Date()),
      retired ? 'retired' : 'in_use_again',
    ),
)

const code = z.string().max(40).optional()

/** Adds a guide for a carrier, a region or both. */
export const narrow = staffAction(
  'guide.edit',
  () =>
    z.strictObject({
      cardType: z.enum(cardTypes, 'required'),
      channel: z.enum(channels, 'required'),
      carrier: code,
      region: code,
    }),
  async (viewer, { cardType, channel, carrier = '', region = '' }) => {
    if (!carrier && !region) return { status: 'invalid', errors: { carrier: 'one_needed' } }
    return formResult(
      await narrowGuide(
        viewer.id,
        { cardType, channel, carrier: carrier || null, region: region || null },
        new Date(),
      ),
      'drafted',
    )
  },
)
