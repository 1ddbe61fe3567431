import type { SqlTransaction } from '@/lib/db/sql'

/**
 * Whether a request of this store can be in this account's hands: a person's, enabled, with a role
 * there. API keys have accounts too, and hold nothing.
 */
export const worksAt = async (
  tx: SqlTransaction,
  accountId: string,
  storeId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select('account.id')
    .where('account.id', '=', accountId)
    .where('account.kind', '=', 'person')
    .where('membership.store_id', '=', storeId)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()) !== undefined
