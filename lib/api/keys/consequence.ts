/** What is told of a key before it is revoked. */
export type KeyUse = {
  lastUsedAt: Date | null
  lastUsedAddress: string | null
  /** Its subscriptions, which stop with it. */
  webhooks: number
}

/**
 * What an administrator confirms when they revoke a key: whether it is used, from where, and what
 * stops with it. Not the minute of its last use, which a busy key moves on all the time.
 */
export const consequenceOfRevoking = ({ lastUsedAt, lastUsedAddress, webhooks }: KeyUse) => ({
  used: lastUsedAt !== null,
  lastUsedAddress,
  webhooks,
})
