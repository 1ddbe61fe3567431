'use server'
import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { servingEnv } from '@/lib/env'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { endPreviewLink, makePreviewLink } from '@/lib/guide/commands/preview-links'
import { localPath } from '@/lib/i18n/address'

const nothing = () => z.strictObject({})

/** Makes a link to a guide's preview that colleagues can open for a day; it is shown once. */
export const share = staffAction('guide.edit', nothing, async (viewer, _, form) => {
  const guide = hiddenField(form, '$guide')
  if (!isUuid(guide)) return refusedForm('not_found')
  const made = await makePreviewLink(viewer.id, guide, new Date())
  if (!made.ok) return refusedBy(made.refusal)
  refresh()
  const path = localPath(await getLocale(), `/previews/${made.value.key}`)
  return { status: 'shown', secret: new URL(path, servingEnv().BASE_URL).href }
})

/** Ends a link before its day is over. */
export const endShare = staffAction('guide.edit', nothing, async (viewer, _, form) => {
  const [guide, link] = [hiddenField(form, '$guide'), hiddenField(form, '$link')]
  if (!isUuid(guide) || !isUuid(link)) return refusedForm('not_found')
  const ended = await endPreviewLink(viewer.id, guide, link, new Date())
  if (!ended.ok) return refusedBy(ended.refusal)
  refresh()
  return { status: 'done' }
})
