/** A link by which a person chooses a password: their first one, or instead of a lost one. */
export const linkKinds = ['invitation', 'password'] as const
export type LinkKind = (typeof linkKinds)[number]

const hour = 3_600_000

/**
 * How long a link is open, in milliseconds. An invitation waits until its person is at work again;
 * a lost password is asked for by somebody who sits at the screen.
 */
export const linkLifetime: Record<LinkKind, number> = {
  invitation: 7 * 24 * hour,
  password: 24 * hour,
}

type Link = { expiresAt: Date; usedAt: Date | null; withdrawnAt: Date | null }

/** Whether a link still lets its person choose a password. */
export const isOpen = ({ expiresAt, usedAt, withdrawnAt }: Link, now: Date) =>
  usedAt === null && withdrawnAt === null && expiresAt > now

/** Whether an account can be signed in to; one that waits for its person cannot. */
export const accountStates = ['active', 'invited', 'invitation_over', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** The state of an account as its administrators see it. */
export function accountState(
  account: { disabledAt: Date | null; passwordTemporary: boolean },
  link: Link | undefined,
  now: Date,
): AccountState {
  if (account.disabledAt) return 'disabled'
  if (!account.passwordTemporary) return 'active'
  return link && isOpen(link, now) ? 'invited' : 'invitation_over'
}
