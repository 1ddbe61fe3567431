import { withClient } from '../database/roles'

/**
 * Earlier versions let the queue store third-party error messages of failed jobs; remove those that
 * may contain an address or a number.
 */
export const clearOldErrors = (url: string) =>
  withClient(url, (client) =>
    client.query(
      "update graphile_worker._private_jobs set last_error = null where last_error ~ '@|[0-9]{7}'",
    ),
  )
