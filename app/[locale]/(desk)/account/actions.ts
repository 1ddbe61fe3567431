'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { disableTotp, enableTotp, renewRecoveryCodes } from '@/lib/accounts/factors/commands'
import { changeOwnPassword, setSingleKeys, verifyPassword } from '@/lib/accounts/own/commands'
import { addPasskey, dropPasskey, registrationOptions } from '@/lib/accounts/passkeys/commands'
import { endOtherSessions, endSession } from '@/lib/accounts/sessions/commands'
import { staffAction } from '@/lib/auth/action'
import { staffQuery } from '@/lib/auth/question'
import type { Viewer } from '@/lib/auth/viewer'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { readJson } from '@/lib/forms/read-json'
import { redirect } from '@/lib/i18n/redirect'
import { isUuid } from '@/lib/domain/identifiers/uuid'

// Passwords are taken verbatim: `fromForm` would trim them.
const anyFields = () => z.looseObject({})
const saved = async (): Promise<FormState> =>
  redirect({ href: '/account?saved=1', locale: await getLocale() })

/** Verifies the current password; null when it is correct. */
async function refusedPassword(viewer: Viewer, form: FormData): Promise<FormState | null> {
  const proved = await verifyPassword(viewer, hiddenField(form, 'old'))
  if (proved === 'right') return null
  return proved === 'too_many'
    ? refusedForm('too_many_tries')
    : { status: 'invalid', errors: { old: 'password_wrong' } }
}

/** Changes one's own password. */
export const changePassword = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const refusal = await refusedPassword(viewer, form)
  if (refusal) return refusal
  const changed = await changeOwnPassword(viewer, hiddenField(form, 'new'), new Date())
  return changed.ok
    ? saved()
    : {
        status: 'invalid',
        errors: {
          [changed.refusal.code === 'password_wrong' ? 'old' : 'new']: changed.refusal.code,
        },
      }
})

/** Enables TOTP; the answer contains the recovery codes. */
export const enableCodes = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const refusal = await refusedPassword(viewer, form)
  if (refusal) return refusal
  const enabled = await enableTotp(
    viewer,
    hiddenField(form, '$secret'),
    hiddenField(form, 'code'),
    new Date(),
  )
  return enabled.ok
    ? { status: 'shown', secret: enabled.value.join('\n') }
    : { status: 'invalid', errors: { code: enabled.refusal.code } }
})

/** Disables TOTP. */
export const disableCodes = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const refusal = await refusedPassword(viewer, form)
  if (refusal) return refusal
  await disableTotp(viewer, new Date())
  return saved()
})

/** Issues new recovery codes; the old ones become invalid. */
export const newRecoveryCodes = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const refusal = await refusedPassword(viewer, form)
  return (
    refusal ?? {
      status: 'shown',
      secret: (await renewRecoveryCodes(viewer, new Date())).join('\n'),
    }
  )
})

/** WebAuthn registration options after verifying the password; else the form's messages. */
export const passkeyOptions = staffQuery('account.use', async (viewer, password: string) => {
  const form = new FormData()
  form.set('old', String(password))
  const refusal = await refusedPassword(viewer, form)
  return refusal ? { refusal } : { options: await registrationOptions(viewer, new Date()) }
})

/** Stores a new passkey. */
export const keepPasskey = staffAction(
  'account.use',
  () => z.looseObject({ name: z.string().max(60, 'too_long').default('') }),
  async (viewer, { name }, form) => {
    const added = await addPasskey(
      viewer,
      readJson(hiddenField(form, '$response')) as Parameters<typeof addPasskey>[1],
      name,
      new Date(),
    )
    if (!added.ok) return refusedBy(added.refusal)
    return added.value ? { status: 'shown', secret: added.value.join('\n') } : { status: 'done' }
  },
)

/** Removes a passkey. */
export const removePasskey = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const refusal = await refusedPassword(viewer, form)
  if (refusal) return refusal
  await dropPasskey(viewer, hiddenField(form, '$passkey'), new Date())
  return saved()
})

/** Ends another session of one's own. */
export const endOne = staffAction('account.use', anyFields, async (viewer, _, form) => {
  const session = hiddenField(form, '$session')
  if (isUuid(session)) await endSession(viewer.id, session)
  return saved()
})

/** Ends all other sessions of one's own. */
export const endOthers = staffAction('account.use', anyFields, async (viewer) => {
  await endOtherSessions(viewer.id, viewer.sessionId)
  return saved()
})

/** Switches single letters as keys on or off. */
export const switchKeys = staffAction('account.use', anyFields, async (viewer, _, form) => {
  await setSingleKeys(viewer, hiddenField(form, '$on') === 'true')
  return saved()
})
