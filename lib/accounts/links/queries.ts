import { database } from '@/lib/db/client'
import { hashOfLink } from './link-text'
import { type LinkKind, isOpen } from './rules'

/** A link as the person who opens it sees it. */
export type OpenLink = {
  kind: LinkKind
  name: string
  email: string
  expiresAt: Date
  /** The account has a second factor, which is asked for too. */
  hasFactor: boolean
}

/**
 * The link with this secret; null for one that is unknown, used, withdrawn, expired, or of a
 * disabled account, without telling which.
 */
export async function openLink(text: string, now: Date): Promise<OpenLink | null> {
  const link = await database().accountLink.findUnique({
    where: { hash: hashOfLink(text) },
    include: { account: { include: { passkeys: { select: { id: true } } } } },
  })
  if (!link || !isOpen(link, now) || link.account.disabledAt) return null
  const { name, email, totp, passkeys } = link.account
  return {
    kind: link.kind as LinkKind,
    name,
    email,
    expiresAt: link.expiresAt,
    hasFactor: totp !== null || passkeys.length > 0,
  }
}
