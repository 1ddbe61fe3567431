'use client'
import { SecretOnce } from './secret-once'
import { type FormActionOf, SettingsForm } from './settings-form'

/** A link that was not mailed, to be handed over; `about` says why. */
export const linkShown = (link: string, about: string | undefined) => (
  <SecretOnce kind={about === 'link_not_taken' ? about : 'link'} secret={link} />
)

/** Sends the link by which an account's person chooses a password. */
export function LinkForm({
  action,
  id,
  children,
}: {
  action: FormActionOf
  id: string
  /** The button. */
  children: string
}) {
  return (
    <SettingsForm
      action={action}
      values={{ $id: id }}
      scope="link"
      save={children}
      look="secondary"
      shown={linkShown}
    />
  )
}
