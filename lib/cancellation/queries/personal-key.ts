import { sqlDatabase } from '@/lib/db/sql'

/** The wrapped key of a request's personal values, for `openDataKeys`; empty once it is erased. */
export const personalKeyOf = (requestId: string) =>
  sqlDatabase()
    .selectFrom('request_key')
    .select(['class', 'wrapped'])
    .where('request_id', '=', requestId)
    .where('class', '=', 'personal')
    .execute()
