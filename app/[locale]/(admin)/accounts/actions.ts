'use server'
import { randomBytes } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { resetFactors } from '@/lib/accounts/factors/commands'
import { decideGrant } from '@/lib/accounts/grants/commands'
import {
  addRole,
  createAccount,
  removeRole,
  setDisabled,
  signOutEverywhere,
} from '@/lib/accounts/commands'
import { withdrawLink } from '@/lib/accounts/links/commands'
import { staffAction } from '@/lib/auth/action'
import { roles } from '@/lib/domain/permissions'
import { type FormState, hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import type { Result } from '@/lib/result'
import { sendLink } from './send-link'

const role = { role: z.enum(roles, 'required'), store: z.string().max(40).optional() }
/** Nobody knows it: its person chooses one by the link. */
const unknownPassword = () => randomBytes(32).toString('base64url')

async function formResult(written: Result<{ id: string; waiting?: boolean }>): Promise<FormState> {
  if (!written.ok) return refusedBy(written.refusal)
  const { id, waiting } = written.value
  // Do not report a change as saved that still waits for approval.
  return redirect({
    href: `/accounts/${id}${waiting ? '' : '?saved=1'}`,
    locale: await getLocale(),
  })
}

/** Creates an account, and invites its person. */
export const addAccount = staffAction(
  'settings.edit',
  () =>
    z.strictObject({
      email: z.email('email_malformed').max(200, 'too_long'),
      name: z.string('required').trim().min(1, 'required').max(100, 'too_long'),
      ...role,
    }),
  async (viewer, { store, ...account }) => {
    const made = await createAccount(
      { ...account, password: unknownPassword(), ...(store && { storeCode: store }) },
      viewer.id,
      new Date(),
    )
    if (made.ok) return sendLink(viewer, made.value.id)
    const { code } = made.refusal
    if (code === 'email_taken') return { status: 'invalid', errors: { email: code } }
    return code === 'store_needed' || code === 'store_unknown'
      ? { status: 'invalid', errors: { store: code === 'store_needed' ? 'role_at_store' : code } }
      : refusedBy(made.refusal)
  },
)

/** Sends the link by which an account's person chooses a password. */
export const sendPasswordLink = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  (viewer, _, form) => sendLink(viewer, hiddenField(form, '$id')),
)

/** Withdraws an account's open link. */
export const withdrawPasswordLink = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) =>
    formResult(await withdrawLink(viewer.id, hiddenField(form, '$id'), new Date())),
)

/** Removes the second factors of an account whose owner has lost them. */
export const removeFactors = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) =>
    formResult(await resetFactors(viewer.id, hiddenField(form, '$id'), new Date())),
)

/** Disables an account from its next request on, or re-enables it. */
export const disableAccount = staffAction(
  'settings.edit',
  () => z.strictObject({ disabled: z.boolean() }),
  async (viewer, { disabled }, form) =>
    formResult(
      await setDisabled(
        viewer.id,
        hiddenField(form, '$id'),
        disabled,
        new Date(),
        hiddenField(form, '$confirmed'),
      ),
    ),
)

/** Ends all sessions of an account. */
export const signOut = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) =>
    formResult(
      await signOutEverywhere(
        viewer.id,
        hiddenField(form, '$id'),
        new Date(),
        hiddenField(form, '$confirmed'),
      ),
    ),
)

/** Adds a role. */
export const giveRole = staffAction(
  'settings.edit',
  () => z.strictObject(role),
  async (viewer, given, form) =>
    formResult(
      await addRole(viewer.id, hiddenField(form, '$id'), given.role, given.store, new Date()),
    ),
)

const answer = () =>
  z.strictObject({ approved: z.boolean(), code: z.string().max(20, 'too_long').default('') })

/** A second administrator approves or refuses a grant. */
export const answerGrant = staffAction('settings.edit', answer, async (viewer, given, form) => {
  const id = hiddenField(form, '$grant')
  if (!isUuid(id)) return refusedBy({ code: 'not_found' })
  const written = await decideGrant(viewer.id, id, given.approved, new Date(), given.code)
  if (written.ok) return redirect({ href: '/accounts?saved=1', locale: await getLocale() })
  if (written.refusal.code !== 'owner_code_wrong') return refusedBy(written.refusal)
  return { status: 'invalid', errors: { code: 'owner_code_wrong' } }
})

/** Removes a role. */
export const takeRole = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) =>
    formResult(
      await removeRole(
        viewer.id,
        hiddenField(form, '$id'),
        hiddenField(form, '$membership'),
        new Date(),
        hiddenField(form, '$confirmed'),
      ),
    ),
)
